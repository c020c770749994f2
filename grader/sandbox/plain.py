"""Children without a sandbox: what a student's own machine has where it is not Linux.

A process of its own for each, with a time limit on every call and nothing else: public checks run
the student's own code there, as the student could.
"""

from __future__ import annotations

import secrets
import shutil
import socket
import subprocess
import sys
import tempfile

from grader.errors import SandboxError
from grader.model import Limits
from grader.sandbox.child_process import Child
from grader.sandbox.line import Line
from grader.sandbox.queueing import Queueing

_START_SECONDS = 60.0


class PlainProcesses:
    """Starts a new Python for each child. No ring holds."""

    rings: tuple[str, ...] = ()

    def __init__(self) -> None:
        self._living: dict[int, tuple[subprocess.Popen[bytes], str]] = {}

    def start(self) -> None:
        """Nothing is kept warm."""

    def fork(self, limits: Limits) -> Child:
        """A new process, which has proven by a secret that it is the one we started."""
        secret = secrets.token_hex(16).encode()
        scratch = tempfile.mkdtemp(prefix="nabla-")
        with socket.create_server(("127.0.0.1", 0)) as server:
            server.settimeout(_START_SECONDS)
            process = subprocess.Popen(
                [
                    *(sys.executable, "-I", "-B", "-X", "utf8", "-m", "grader.sandbox.plain_child"),
                    *(str(server.getsockname()[1]), scratch),
                ],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            self._living[process.pid] = process, scratch
            try:
                assert process.stdin is not None
                process.stdin.write(secret)
                process.stdin.close()
                line, _ = server.accept()
                line.settimeout(_START_SECONDS)
                if line.recv(len(secret)) != secret:
                    line.close()
                    raise OSError("somebody else answered")
            except OSError as error:
                self.end(process.pid)
                raise SandboxError(f"no process could be started: {error}") from error
        child = Child(self, process.pid, Line(line))
        child.queueing = Queueing(process.pid)
        return child

    def end(self, pid: int) -> int:
        """Kills the process if it lives; the signal that ended it, 0 if it had left by itself."""
        if pid not in self._living:
            return 0
        process, scratch = self._living.pop(pid)
        process.kill()
        code = process.wait()
        shutil.rmtree(scratch, ignore_errors=True)
        return max(0, -code)

    def close(self) -> None:
        """Ends all of them."""
        for pid in list(self._living):
            self.end(pid)
