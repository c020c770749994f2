"""A limit on what a check itself may compute: code of an author's that has no end, told as that."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

SECONDS = 20.0  # of the processor; what a check waits for is limited where it waits


class EndlessCheck(Exception):
    """A check has computed for too long."""


@contextmanager
def limited() -> Iterator[None]:
    """Ends what runs inside with EndlessCheck after SECONDS of this process's own computing.

    Only where signals can do it: in the main thread, and not on Windows.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(
        signal, "setitimer"
    ):
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _ring(number: int, frame: FrameType | None) -> None:
    raise EndlessCheck(f"the check computes for more than {SECONDS:g} s without an end")
