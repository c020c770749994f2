"""The folder that a zygote and its children work in: gone when its owner ends, however it ends."""

from __future__ import annotations

import fcntl
import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path

_PREFIX = "nabla-"
_MARK = ".locked-by-its-owner"  # without it a folder is none of ours, whatever its name
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC


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
        remove_tree(self.name)
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1


def remove_tree(folder: str) -> None:
    """Removes a folder with all it holds, however deep and whatever modes; what cannot go stays.

    A student may have nested folders deeper than any recursion or path goes: so each that lies in
    another is moved up to the top before that one goes. Nothing may be at work in it any more.
    """
    with suppress(OSError):
        top = _opened(folder)
        try:
            unique = secrets.token_hex(16)
            todo, count = _emptied(top), 0
            while todo:
                name = todo.pop()
                with suppress(OSError):
                    inner = _opened(name, top)
                    try:
                        for below in _emptied(inner):
                            count += 1
                            os.close(_opened(below, inner))
                            os.rename(below, f"{unique}{count}", src_dir_fd=inner, dst_dir_fd=top)
                            todo.append(f"{unique}{count}")
                    finally:
                        os.close(inner)
                    os.rmdir(name, dir_fd=top)
        finally:
            os.close(top)
        Path(folder).rmdir()


def _opened(name: str, above: int | None = None) -> int:
    """A folder that may have been closed to us, who own it."""
    os.chmod(name, 0o700, dir_fd=above)
    return os.open(name, _FOLDER, dir_fd=above)


def _emptied(folder: int) -> list[str]:
    """The folders that lie in one, once all else in it is gone."""
    below = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                below.append(entry.name)
            else:
                with suppress(OSError):
                    os.unlink(entry.name, dir_fd=folder)
    return below


def _sweep(where: Path) -> None:
    for folder in where.glob(f"{_PREFIX}*"):
        if _is_left_behind(folder):
            remove_tree(str(folder))


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
