"""Builds the engine as a C extension where that is possible; elsewhere the same modules run as plain Python.

mypyc compiles the typed modules as they are, so that there is one source and one result; it is about twice as fast.
An editable install is for those who change the code, and stays plain. LIQA_COMPILE=0 builds a plain copy.
"""

import os
import shutil
import sys
import sysconfig
from pathlib import Path

from setuptools import Extension, setup

#: The packages that read articles. What loads, writes and reports is waiting for others, not for Python.
COMPILED = ("base", "text", "lexicon", "temporal", "actors", "meetings")


def _can_compile() -> bool:
    """Whether this build may and can make C extensions."""
    if "editable_wheel" in sys.argv or os.environ.get("LIQA_COMPILE") == "0":
        return False
    compiler = (sysconfig.get_config_var("CC") or "").split()
    headers = Path(sysconfig.get_path("include"), "Python.h")
    return bool(compiler) and shutil.which(compiler[0]) is not None and headers.exists()


def _extensions() -> list[Extension]:
    if not _can_compile():
        return []
    from mypyc.build import mypycify

    modules = [Path("transforms/engine.py")]
    for package in COMPILED:
        modules += Path("transforms", package).glob("*.py")
    paths = sorted(module.as_posix() for module in modules)
    # The time goes to the interpreter's own dictionaries and strings: more than -O1 takes longer and gives nothing.
    return mypycify(
        ["--ignore-missing-imports", *paths], opt_level="1", debug_level="0", multi_file=True, group_name="liqa"
    )


setup(ext_modules=_extensions())
