"""The line between host and child: frames over a socket, under deadlines."""

from __future__ import annotations

import select
import socket
import time
from collections.abc import Callable
from typing import Any

from grader.sandbox.wire import FRAME, MAX_HEADER, MAX_PAYLOAD, Closed, WireError, decode

_READ = 2**16  # larger buffers cost an mmap each


class Line:
    """One end of the socket: whole frames in, whole frames out, under one absolute deadline.

    `takes_code` is for the child's end; see `wire.decode`.
    """

    def __init__(self, sock: socket.socket, *, takes_code: bool = False) -> None:
        self._takes_code = takes_code
        sock.setblocking(False)
        self._sock = sock
        self._arrived = bytearray()
        self._readable, self._writable = Readiness(sock, False), Readiness(sock, True)

    def send(self, frame: bytes, deadline: float | None = None) -> None:
        """Sends a frame; TimeoutError past the deadline (`time.monotonic`), Closed if it is cut."""
        rest = memoryview(frame)
        while rest:
            try:
                rest = rest[self._sock.send(rest) :]
            except BlockingIOError:
                self._writable.wait(deadline)
            except OSError as error:
                raise Closed("the other end is gone") from error

    def receive(self, deadline: float | None = None) -> list[Any]:
        """The next message; TimeoutError past the deadline, however slowly it trickles in."""
        self._gather(FRAME.size, deadline)
        header, payload = FRAME.unpack_from(self._arrived)
        if header > MAX_HEADER or payload > MAX_PAYLOAD:
            raise WireError("a frame larger than allowed")
        middle, end = FRAME.size + header, FRAME.size + header + payload
        self._gather(end, deadline)
        frame = bytes(memoryview(self._arrived)[:end])
        del self._arrived[:end]
        return decode(frame[FRAME.size : middle], frame[middle:], takes_code=self._takes_code)

    def wait(self, deadline: float | None = None) -> None:
        """Returns once something has arrived, and leaves it there; TimeoutError past `deadline`."""
        self._readable.wait(deadline)

    def close(self) -> None:
        self._sock.close()

    def _gather(self, count: int, deadline: float | None) -> None:
        """Waits until `count` bytes have arrived; what comes beyond them is kept."""
        while len(self._arrived) < count:
            self._readable.wait(deadline)
            try:
                part = self._sock.recv(_READ)
            except BlockingIOError:
                continue
            except OSError as error:
                raise Closed("the other end is gone") from error
            if not part:
                raise Closed("the other end is gone")
            self._arrived += part


class Readiness:
    """Whether a socket can be read, or written."""

    def __init__(self, sock: socket.socket, to_write: bool) -> None:
        self._wait: Callable[[float | None], Any]
        if hasattr(select, "poll"):
            poll = select.poll()
            poll.register(sock, select.POLLOUT if to_write else select.POLLIN)
            self._wait = lambda left: poll.poll(None if left is None else left * 1000)
        else:  # Windows
            read, write = ([], [sock]) if to_write else ([sock], [])
            self._wait = lambda left: any(select.select(read, write, [], left))

    def wait(self, deadline: float | None) -> None:
        """Returns once the socket is ready, or its other end gone; TimeoutError past `deadline`."""
        left = None if deadline is None else deadline - time.monotonic()
        if (left is not None and left <= 0) or not self._wait(left):
            raise TimeoutError
