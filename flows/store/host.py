"""Where and with what a release was made: facts for its descriptor, never for its tables."""

from __future__ import annotations

import os
import platform
import sys
from importlib.metadata import version
from typing import Any

from flows.fingerprint import LIBRARIES

CONDUCTORS = ("prefect", "great-expectations", "pandas", "dask")


def host_facts() -> dict[str, Any]:
    """The machine, the interpreter and the libraries."""
    return {
        "system": platform.system(),
        "machine": platform.machine(),
        "processors": os.cpu_count(),
        "python": sys.version.split()[0],
        "libraries": {name: version(name) for name in (*LIBRARIES, *CONDUCTORS)},
    }
