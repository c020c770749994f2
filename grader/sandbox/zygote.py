"""The zygote: a warmed process that forks a child for each submission and ends it on request.

Started by exec, never forked from a judge. It holds no check, no solution and no bank. Over its
control socket (SOCK_SEQPACKET) the host sends

    b"f" + memory_bytes + cpu_seconds, with the child's end of a socket attached  -> pid
    b"e" + pid   end the child and every orphan it left                           -> wait status
"""

from __future__ import annotations

import errno
import gc
import os
import shutil
import signal
import socket
import sys
import tempfile
from collections.abc import Collection
from pathlib import Path

import numpy as np
from parso.grammar import load_grammar

from grader.sandbox import child, rings, wire
from grader.sandbox.line import Line
from grader.sandbox.zygote_protocol import END, FORK, REPLY


def main(control_fd: int, names: Collection[str]) -> None:
    """Serves fork and end requests until the host's end of the control socket closes.

    `names` are the rings that go around each child.
    """
    control = socket.socket(fileno=control_fd)
    rings.become_subreaper()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _warm()
    try:
        control.send(REPLY.pack(0))
        _answer(control, names)
    except (BrokenPipeError, ConnectionResetError):
        # The host is gone, and took no leave. Children die with us (PDEATHSIG).
        return


def _answer(control: socket.socket, names: Collection[str]) -> None:
    living: dict[int, str] = {}
    while True:
        message, fds, _, _ = socket.recv_fds(control, 64, 1)
        if message[:1] == b"f":
            _, memory, cpu = FORK.unpack(message)
            try:
                scratch = tempfile.mkdtemp(prefix="nabla-")
                pid = os.fork()
            except OSError as error:
                os.close(fds[0])
                control.send(REPLY.pack(-(error.errno or errno.EAGAIN)))
                continue
            if pid == 0:
                _become_child(fds[0], rings.Allowance(memory, cpu, scratch), names)
            os.close(fds[0])
            living[pid] = scratch
            control.send(REPLY.pack(pid))
        elif message[:1] == b"e":
            _, pid = END.unpack(message)
            scratch = living.pop(pid)
            status = _end(pid, set(living))
            shutil.rmtree(scratch, ignore_errors=True)
            control.send(REPLY.pack(status))
        else:
            for pid, scratch in living.items():
                _end(pid, set())
                shutil.rmtree(scratch, ignore_errors=True)
            return


def _warm() -> None:
    """Pays once what the first numpy calls cost, and what reading a broken file needs."""
    np.random.default_rng(0).normal(size=(8, 8)) @ np.eye(8)
    np.linalg.solve(np.eye(2), np.ones(2))
    load_grammar().parse("x = (1\n", cache=False)
    gc.collect()
    gc.freeze()


def _become_child(fd: int, allowance: rings.Allowance, names: Collection[str]) -> None:
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        line = Line(socket.socket(fileno=fd))
        try:
            rings.enter(allowance, fd, names)
        except OSError as error:
            line.send(wire.Encoder().frame("refused", str(error)))
            return
        line.send(wire.Encoder().frame("ready"))
        child.serve(line)
    finally:
        os._exit(0)


def _end(pid: int, living: set[int]) -> int:
    """The wait status of a child, ended now if it was not; nothing it started outlives it."""
    os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    while orphans := _children() - living:
        for orphan in orphans:
            os.kill(orphan, signal.SIGKILL)
        for orphan in orphans:
            os.waitpid(orphan, 0)
    return status


def _children() -> set[int]:
    listing = Path(f"/proc/self/task/{os.getpid()}/children")
    return {int(pid) for pid in listing.read_text().split()} if listing.exists() else set()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
