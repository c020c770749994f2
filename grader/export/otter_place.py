"""The folders that otter grades in: the submission's freed of what the student put there.

Otter opens a log that was handed in as a pickle, and its kernel imports from the folder it stands
in. So whatever was handed in must be gone before either happens.
"""

from __future__ import annotations

import os
import shutil
import stat
import sys
from pathlib import Path

from grader.export.notebook import notebook

_KEPT = "tests"  # otter has just put them there itself


def replace_all(submission: Path) -> None:
    """Leaves nothing in the folder of `submission` but the tests, and an empty file of its name."""
    for path in submission.parent.iterdir():
        if path.is_dir() and not path.is_symlink():
            if path.name != _KEPT:
                shutil.rmtree(path)
        else:
            path.unlink()
    submission.write_text(notebook([]) if submission.suffix == ".ipynb" else "", "utf-8")


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
