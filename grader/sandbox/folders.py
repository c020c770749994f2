"""The folder that a zygote and its children work in: gone when its owner ends, however it ends."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from pathlib import Path

_PREFIX = "nabla-"
_MARK = ".locked-by-its-owner"  # without it a folder is none of ours, whatever its name


class WorkFolder:
    """A new folder of ours, locked for as long as we live.

    Making one removes those whose owners were killed before they could: nobody holds their lock.
    """

    def __init__(self) -> None:
        _sweep(Path(tempfile.gettempdir()))
        self.name = tempfile.mkdtemp(prefix=_PREFIX)
        unlocked = Path(self.name, ".to-be-locked")
        self._lock = os.open(unlocked, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        fcntl.flock(self._lock, fcntl.LOCK_EX)
        # The mark is there once it is locked, so no clock must tell a young folder from an old one.
        unlocked.rename(unlocked.with_name(_MARK))

    def remove(self) -> None:
        """Removes the folder with all it holds; once is enough, twice does no harm."""
        shutil.rmtree(self.name, ignore_errors=True)
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1


def _sweep(where: Path) -> None:
    for folder in where.glob(f"{_PREFIX}*"):
        if _is_left_behind(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _is_left_behind(folder: Path) -> bool:
    try:
        about = folder.lstat()
        if about.st_uid != os.geteuid():
            return False
        lock = os.open(folder / _MARK, os.O_WRONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return False  # gone meanwhile, or nothing of ours
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(lock)
    return True
