"""The folder a batch writes into: one batch at a time, and nothing half-written left in it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from grader.errors import GraderError
from grader.report.files import DRAFTS


@contextmanager
def opened(out: Path) -> Iterator[Path]:
    """The folder, made where it is not there, and locked against other batches meanwhile.

    What a batch that was killed left half-written is removed. GraderError if the folder cannot be
    made or another batch is writing there.
    """
    try:
        (out / "reports").mkdir(parents=True, exist_ok=True)
        handle = os.open(out, os.O_RDONLY)
    except OSError as error:
        raise GraderError(f"{out}: cannot be made: {error.strerror}") from error
    try:
        _lock(handle, out)
        for folder in (out, out / "reports"):
            for draft in folder.glob(DRAFTS):
                draft.unlink(missing_ok=True)
        yield out
    finally:
        os.close(handle)


def _lock(handle: int, out: Path) -> None:
    try:
        import fcntl
    except ImportError:
        return  # Windows has no such lock; there nobody is kept from two batches at once
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise GraderError(f"{out}: another `grader batch` is writing here; wait for it") from error
