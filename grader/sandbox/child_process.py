"""One process that runs a student's code, and the line to it, whoever started it."""

from __future__ import annotations

import secrets
import signal
import time
from typing import Any, Protocol

from grader.errors import SandboxError
from grader.model import Limits
from grader.sandbox.line import Line
from grader.sandbox.queueing import Queueing
from grader.sandbox.wire import Closed, Encoder, WireError

KILLED = 9  # the signal that nobody can refuse; Windows has no name for it
_SEND_SECONDS = 10.0
_MOST = 5  # times as long as it may take: so much is waited for one that gets no processor
_A_MOMENT = 0.002


class ChildGone(Exception):
    """The child ended or broke the protocol; `signal` is the one that ended it, 0 if none did."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.signal = number

    @property
    def out_of_time(self) -> bool:
        return self.signal == getattr(signal, "SIGXCPU", None)

    @property
    def was_killed(self) -> bool:
        return self.signal == KILLED


class TooLarge(SandboxError):
    """A request holds what cannot be sent."""


class Nursery(Protocol):
    """Starts children and ends them."""

    @property
    def rings(self) -> tuple[str, ...]:
        """The rings that hold around each child."""

    def start(self) -> None:
        """Begins to warm up; returns at once."""

    def fork(self, limits: Limits) -> Child:
        """A fresh child that has seen nothing. SandboxError if there is none to be had."""

    def end(self, pid: int) -> int:
        """Ends a child of this nursery; the signal that ended it, 0 if it had left by itself."""

    def close(self) -> None:
        """Ends all children."""


class Child:
    """One such process.

    Deadlines and `seconds`, which it has used so far, are about the time that is its own: what it
    stands in line for a processor is not counted, up to a limit, since a busy machine is no fault
    of a student.
    """

    def __init__(self, nursery: Nursery, pid: int, line: Line) -> None:
        self._nursery = nursery
        self._pid = pid
        self._line = line
        self.queueing = Queueing(0)
        self.seconds = 0.0
        self.alive = True

    def ask(self, seconds: float, *request: Any) -> Any:
        """One request, one answer. TimeoutError, or ChildGone, and then the child is ended."""
        number = self.send(*request)
        return self.answer(number, time.monotonic() + seconds)

    def send(self, *request: Any) -> int:
        """Sends a request; its number, which no child can guess before it has it.

        ChildGone; TooLarge if the request holds what cannot be sent, which is our fault.
        """
        number = secrets.randbits(62)
        try:
            frame = Encoder().frame(number, *request)
        except WireError as error:
            raise TooLarge(f"a check asks with what cannot be sent: {error}") from error
        began = time.monotonic()
        try:
            self._line.send(frame, began + _SEND_SECONDS)
        except (Closed, TimeoutError) as error:
            raise ChildGone(self.end()) from error
        finally:
            self.seconds += time.monotonic() - began
        return number

    def answer(self, number: int, deadline: float) -> Any:
        """The answer to request `number`."""
        message = self.message(deadline)
        if len(message) != 2 or type(message[0]) is not int or message[0] != number:
            raise ChildGone(self.end())
        return message[1]

    def wait(self, deadline: float) -> None:
        """Returns once it has sent something, or has gone; TimeoutError past the deadline."""
        self._line.wait(deadline)

    def message(self, deadline: float) -> list[Any]:
        """The next message, whatever it is."""
        began, queued = time.monotonic(), self.queueing.seconds()
        most = (_MOST - 1) * max(deadline - began, 0.0)
        waited = 0.0
        try:
            while True:
                try:
                    return self._line.receive(deadline + waited)
                except TimeoutError:
                    known, waited = waited, min(self.queueing.seconds() - queued, most)
                    if waited < known + _A_MOMENT:
                        raise
        except TimeoutError:
            self.end()
            raise
        except WireError as error:
            raise ChildGone(self.end()) from error
        finally:
            waited = min(max(self.queueing.seconds() - queued, waited), most)
            self.seconds += time.monotonic() - began - waited

    def end(self) -> int:
        """Ends the process; the signal that ended it, 0 if none did or it had been ended before."""
        if not self.alive:
            return 0
        self.alive = False
        self.queueing.close()
        self._line.close()
        return self._nursery.end(self._pid)
