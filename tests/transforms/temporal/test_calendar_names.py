"""The generated names are those of the installed CLDR."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_the_file_is_what_the_generator_writes() -> None:
    command = [sys.executable, str(ROOT / "tools/calendar_names.py"), "--check"]
    assert subprocess.run(command, check=False).returncode == 0
