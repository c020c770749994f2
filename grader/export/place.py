"""Who else may enter the folders that we grade in."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path


def close_to_others(folder: Path) -> None:
    """Keeps every other user out of a folder of ours, as the code that is graded may be one."""
    if folder.stat().st_uid == os.geteuid():
        folder.chmod(0o700)


def open_python_to_others() -> None:
    """Lets every user pass through the folders above Python, where they are ours to open.

    In Gradescope's image it lies below /root. Without this a submission could not be run as a user
    of its own.
    """
    for place in {sys.prefix, sys.base_prefix}:
        python = Path(place).resolve()
        for folder in (python, *python.parents):
            about = folder.stat()
            if about.st_uid == os.geteuid() and not about.st_mode & stat.S_IXOTH:
                folder.chmod(stat.S_IMODE(about.st_mode) | stat.S_IXOTH)
