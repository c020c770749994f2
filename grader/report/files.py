"""Files that are either the old one or the new one, whole, whatever happens in between."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from grader.errors import GraderError

DRAFTS = ".*.tmp"  # what a process that was killed in between leaves behind


def write_atomically(path: Path, data: bytes, mode: int = 0o666) -> None:
    """Put `data` at `path` by way of a flushed file beside it, which only `mode` may open.

    Raises GraderError, with the old file untouched and nothing left behind, where that fails.
    """
    # os.open and not tempfile: the new file gets the permissions that any new file would.
    draft = path.parent / f".{secrets.token_hex(8)}.tmp"
    try:
        try:
            _write_flushed(draft, data, mode)
            draft.replace(path)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise
        _flush_folder(path.parent)
    except OSError as error:
        reason = error.strerror or str(error)
        raise GraderError(f"{path}: cannot be written: {reason}") from error


def _write_flushed(path: Path, data: bytes, mode: int) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags, mode)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Make the new name last through a power cut; Windows has no such call and needs none."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
