"""How long a process has stood in line for a processor: time that it did not use."""

from __future__ import annotations

import os
import socket
import struct
from contextlib import suppress

_CREDENTIALS = struct.Struct("3i")  # pid, uid, gid
_NANO = 1e-9


class Queueing:
    """The seconds that the first thread of process `pid` was ready to run and had to wait.

    Linux counts them; elsewhere, and for pid 0, they are 0.
    """

    def __init__(self, pid: int) -> None:
        self._file = -1
        with suppress(OSError):
            self._file = os.open(f"/proc/{pid}/schedstat", os.O_RDONLY | os.O_CLOEXEC)

    def seconds(self) -> float:
        """Since the process began; 0 if nobody counts, or it has ended."""
        if self._file < 0:
            return 0.0
        try:
            return int(os.pread(self._file, 100, 0).split()[1]) * _NANO
        except (OSError, IndexError):
            return 0.0

    def close(self) -> None:
        if self._file >= 0:
            os.close(self._file)
            self._file = -1


def tell_senders(sock: socket.socket) -> None:
    """Makes the kernel say who sent what arrives at this socket from now on."""
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)


def sender(sock: socket.socket) -> int:
    """The process, by its number here, that sent what has arrived but is not yet read; 0 if none.

    It is the kernel's word: a sender in a pid namespace of its own knows itself by another number.
    """
    try:
        _, control, _, _ = sock.recvmsg(1, socket.CMSG_SPACE(_CREDENTIALS.size), socket.MSG_PEEK)
    except OSError:
        return 0
    for level, kind, data in control:
        if level == socket.SOL_SOCKET and kind == socket.SCM_CREDENTIALS:
            return int(_CREDENTIALS.unpack(data[: _CREDENTIALS.size])[0])
    return 0
