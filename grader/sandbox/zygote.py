"""The zygote: a warmed process that forks a child for each submission and ends it on request.

Started by exec, never forked from a judge. It holds no check, no solution and no bank. Over its
control socket (SOCK_SEQPACKET) it first says "ready" and which rings hold; then the host sends

    b"f" + memory_bytes + cpu_seconds, with the child's end of a socket attached  -> pid
    b"e" + pid   end the child and every orphan it left                           -> wait status
"""

from __future__ import annotations

import errno
import gc
import os
import signal
import socket
import sys
from collections.abc import Collection

import numpy as np
from parso.grammar import load_grammar

from grader.sandbox import child, nest, rings, seccomp, wire
from grader.sandbox.line import Line
from grader.sandbox.zygote_protocol import END, FORK, REPLY


def main(control_fd: int, names: Collection[str]) -> None:
    """Serves fork and end requests until the host's end of the control socket closes.

    `names` are the rings that go around it and each child, as far as they can be had.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    control = socket.socket(fileno=control_fd)
    try:
        around = nest.build(names, control_fd)
    except OSError as error:
        control.send(str(error).encode()[:500])
        return
    _warm()
    try:
        control.send(" ".join(["ready", *around.held]).encode())
        _Nursery(control, around).serve()
    except (BrokenPipeError, ConnectionResetError):
        # The host is gone, and took no leave. Children die with us (PDEATHSIG).
        return


class _Nursery:
    """The living children."""

    def __init__(self, control: socket.socket, around: nest.Nest) -> None:
        self._control = control
        self._nest = around
        self._living: dict[int, rings.Allowance] = {}

    def serve(self) -> None:
        while True:
            message, fds, _, _ = socket.recv_fds(self._control, 64, 1)
            if message[:1] == b"f":
                _, memory, cpu = FORK.unpack(message)
                reply = self._fork(fds[0], memory, cpu)
            elif message[:1] == b"e":
                reply = self._end(END.unpack(message)[1])
            else:
                for pid in list(self._living):
                    self._end(pid)
                return
            self._control.send(REPLY.pack(reply))

    def _fork(self, fd: int, memory: int, cpu: int) -> int:
        """The child's pid, or less than 0: an errno."""
        try:
            allowance = self._nest.allowance(memory, cpu)
            pid = os.fork()
        except OSError as error:
            os.close(fd)
            return -(error.errno or errno.EAGAIN)
        if pid == 0:
            _become_child(fd, allowance, self._nest.held)
        os.close(fd)
        self._living[pid] = allowance
        return pid

    def _end(self, pid: int) -> int:
        """The wait status of a child, ended now if it was not; nothing it started outlives it."""
        allowance = self._living.pop(pid, None)
        if allowance is None:
            return signal.SIGKILL  # it was another zygote's, and ended with that
        os.kill(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
        self._nest.end_orphans(self._living)
        self._nest.clear(allowance)
        return status


def _warm() -> None:
    """Pays once what the first numpy calls cost, what reading a broken file needs, the filter."""
    np.random.default_rng(0).normal(size=(8, 8)) @ np.eye(8)
    np.linalg.solve(np.eye(2), np.ones(2))
    load_grammar().parse("x = (1\n", cache=False)
    seccomp.program(0)
    gc.collect()
    gc.freeze()


def _become_child(fd: int, allowance: rings.Allowance, names: Collection[str]) -> None:
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        rings.close_files(fd)
        line = Line(socket.socket(fileno=fd), takes_code=True)
        try:
            rings.enter(allowance, names)
        except OSError as error:
            line.send(wire.Encoder().frame("refused", str(error)))
            return
        line.send(wire.Encoder().frame("ready"))
        child.serve(line)
    finally:
        os._exit(0)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
