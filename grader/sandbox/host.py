"""Our end: starts the zygote, gets children from it, ends them, and reads how they ended."""

from __future__ import annotations

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from typing import Any

from grader.errors import SandboxError
from grader.model import Limits
from grader.sandbox import rings
from grader.sandbox.folders import WorkFolder
from grader.sandbox.line import Line
from grader.sandbox.wire import Closed, Encoder, WireError
from grader.sandbox.zygote_protocol import END, FORK, REPLY

_START_SECONDS = 60.0
_SEND_SECONDS = 10.0


class ChildGone(Exception):
    """The child ended or broke the protocol; `status` is its wait status."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status

    @property
    def out_of_time(self) -> bool:
        return os.WIFSIGNALED(self.status) and os.WTERMSIG(self.status) == signal.SIGXCPU


class Zygote:
    """The process that forks children. Re-started by itself if somebody killed it.

    `names` are the rings around it and each child, as far as they can be had: all of them, unless
    a test leaves one out to see what it is for. `prefix` is a command that starts it in our place,
    as a test does that takes powers away first.
    """

    def __init__(self, names: Sequence[str] = rings.NAMES, prefix: Sequence[str] = ()) -> None:
        self._names = tuple(names)
        self._prefix = tuple(prefix)
        self._held: tuple[str, ...] | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None

    def start(self) -> None:
        """Begins to warm up; returns at once, so that we can warm up meanwhile."""
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        keep = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE", "LD_LIBRARY_PATH", "PATH")
        environment = {name: os.environ[name] for name in keep if name in os.environ}
        # The children's folders lie in one that we remove, whatever becomes of the zygote.
        self._scratch = WorkFolder()
        environment["TMPDIR"] = self._scratch.name
        with theirs:
            self._process = subprocess.Popen(
                [
                    *self._prefix,
                    *(sys.executable, "-I", "-B", "-X", "utf8"),
                    *("-m", "grader.sandbox.zygote", str(theirs.fileno()), *self._names),
                ],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                env={**environment, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
                start_new_session=True,
            )
        self._control = ours
        self._held = None

    @property
    def rings(self) -> tuple[str, ...]:
        """The rings that hold: each was probed by an attack when the zygote began.

        SandboxError if it does not begin.
        """
        try:
            self._begun_control()
        except OSError as error:
            self.close()
            raise SandboxError(f"the sandbox does not begin: {error}") from error
        assert self._held is not None
        return self._held

    def fork(self, limits: Limits) -> Child:
        """A fresh child that has seen nothing. SandboxError if two zygotes in a row fail."""
        for attempt in (1, 2):
            try:
                return self._fork(limits)
            except OSError as error:
                self.close()
                if attempt == 2:
                    raise SandboxError(f"no child could be started: {error}") from error
        raise AssertionError("unreachable")

    def _fork(self, limits: Limits) -> Child:
        control = self._begun_control()
        ours, theirs = socket.socketpair()
        cpu = int(limits.problem_seconds * 10) + 60
        try:
            with theirs:
                message = FORK.pack(b"f", limits.memory_bytes, cpu)
                socket.send_fds(control, [message], [theirs.fileno()])
            pid = self._answer(control)
            if pid < 0:
                raise OSError(-pid, os.strerror(-pid))
        except OSError:
            ours.close()
            raise
        return self._begun(Child(self, pid, Line(ours)))

    def _begun_control(self) -> socket.socket:
        """The control socket of a zygote that is warm and has said which rings hold."""
        if self._control is None:
            self.start()
        assert self._control is not None
        if self._held is None:
            self._control.settimeout(_START_SECONDS)
            said = self._control.recv(1024)
            names = said.decode().split()
            if "ready" not in names:
                raise OSError(said.decode() or "the zygote ended before it began")
            self._held = tuple(names[1:])
        return self._control

    def _begun(self, child: Child) -> Child:
        """The child, once it says that its rings are closed; OSError if it cannot begin."""
        try:
            said = child.message(time.monotonic() + _START_SECONDS)
        except (ChildGone, TimeoutError):
            raise OSError("a child ended before it began") from None
        if said != ["ready"]:
            child.end()
            raise OSError(f"a ring was refused: {said[-1]}")
        return child

    def end(self, pid: int) -> int:
        """Kills the child if it lives, with all it started; its wait status."""
        if self._control is None:
            return signal.SIGKILL
        try:
            self._control.send(END.pack(b"e", pid))
            return self._answer(self._control)
        except OSError:
            # The zygote is gone, and its children died with it (PDEATHSIG).
            self.close()
            return signal.SIGKILL

    def _answer(self, control: socket.socket) -> int:
        control.settimeout(_START_SECONDS)
        reply = control.recv(64)
        if len(reply) != REPLY.size:
            raise OSError("the zygote ended")
        return int(REPLY.unpack(reply)[0])

    def close(self) -> None:
        """Ends the zygote and its children."""
        if self._control is not None:
            self._control.close()
            self._control = None
        if self._process is not None:
            try:
                self._process.wait(5)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process = None
            self._scratch.remove()


class Child:
    """One sandboxed process and the line to it."""

    def __init__(self, zygote: Zygote, pid: int, line: Line) -> None:
        self._zygote = zygote
        self._pid = pid
        self._line = line
        self.alive = True

    def ask(self, seconds: float, *request: Any) -> Any:
        """One request, one answer. TimeoutError, or ChildGone, and then the child is ended."""
        number = self.send(*request)
        return self.answer(number, time.monotonic() + seconds)

    def send(self, *request: Any) -> int:
        """Sends a request; its number, which no child can guess before it has it.

        ChildGone; SandboxError if the request holds what cannot be sent, which is our fault.
        """
        number = secrets.randbits(62)
        try:
            frame = Encoder().frame(number, *request)
        except WireError as error:
            raise SandboxError(f"a check asks with what cannot be sent: {error}") from error
        try:
            self._line.send(frame, time.monotonic() + _SEND_SECONDS)
        except (Closed, TimeoutError) as error:
            raise ChildGone(self.end()) from error
        return number

    def answer(self, number: int, deadline: float) -> Any:
        """The answer to request `number`."""
        message = self.message(deadline)
        if len(message) != 2 or type(message[0]) is not int or message[0] != number:
            raise ChildGone(self.end())
        return message[1]

    def message(self, deadline: float) -> list[Any]:
        """The next message, whatever it is."""
        try:
            return self._line.receive(deadline)
        except TimeoutError:
            self.end()
            raise
        except WireError as error:
            raise ChildGone(self.end()) from error

    def end(self) -> int:
        """Ends the process; its wait status, 0 if it had been ended before."""
        if not self.alive:
            return 0
        self.alive = False
        self._line.close()
        return self._zygote.end(self._pid)
