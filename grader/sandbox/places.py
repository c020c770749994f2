"""What of the file system a child may read: Python, its libraries, and what those look at."""

from __future__ import annotations

import sys
from pathlib import Path

DEVICES = ("/dev/null",)
_SYSTEM = (
    *("/usr", "/lib", "/lib64", "/bin", "/etc/ld.so.cache", "/etc/localtime", "/etc/fonts"),
    *("/sys/devices/system/cpu", "/dev/urandom", "/dev/random", "/dev/zero"),
)


def readable() -> list[str]:
    """The folders and files a child may read."""
    python = {sys.prefix, sys.base_prefix, sys.exec_prefix}
    python.update(path for path in sys.path if path.endswith(("site-packages", "dist-packages")))
    return [*sorted(python), *_SYSTEM]


def hidden() -> list[str]:
    """Folders of ours that may lie among those: of the grader a child needs nothing any more."""
    return [str(Path(__file__).parents[1])]
