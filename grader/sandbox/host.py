"""Our end: starts the zygote, gets children from it, ends them, and reads how they ended."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Sequence

from grader.errors import SandboxError
from grader.model import Limits
from grader.sandbox.cgroups import Group
from grader.sandbox.child_process import KILLED, Child, ChildGone
from grader.sandbox.folders import WorkFolder
from grader.sandbox.line import Line
from grader.sandbox.meaning import MEANING
from grader.sandbox.queueing import Queueing, sender, tell_senders
from grader.sandbox.zygote_protocol import END, FORK, REPLY

_START_SECONDS = 60.0


class Zygote:
    """The process that forks children. Re-started by itself if somebody killed it.

    `names` are the rings around it and each child, as far as they can be had: all of them, unless
    a test leaves one out to see what it is for. `prefix` is a command that starts it in our place,
    as a test does that takes powers away first.
    """

    def __init__(self, names: Sequence[str] = tuple(MEANING), prefix: Sequence[str] = ()) -> None:
        self._names = tuple(names)
        self._prefix = tuple(prefix)
        self._held: tuple[str, ...] | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._group: Group | None = None

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
        if "cgroup" in self._names:
            self._group = Group(self._process.pid)
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
        if self._group is not None:
            self._group.limit_memory(limits.memory_bytes)
        ours, theirs = socket.socketpair()
        tell_senders(ours)
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
        child = Child(self, pid, Line(ours))
        child.wait(time.monotonic() + _START_SECONDS)
        child.queueing = Queueing(sender(ours))
        return self._begun(child)

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
            around = ("cgroup",) if self._group is not None and self._group.holds else ()
            self._held = (*around, *names[1:])
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
        """Kills the child if it lives, with all it started; the signal that ended it, or 0."""
        if self._control is None:
            return KILLED
        try:
            self._control.send(END.pack(b"e", pid))
            status = self._answer(self._control)
        except OSError:
            # The zygote is gone, and its children died with it (PDEATHSIG).
            self.close()
            return KILLED
        return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0

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
        if self._group is not None:
            self._group.remove()
            self._group = None
