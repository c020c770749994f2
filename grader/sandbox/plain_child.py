"""The process that `plain` starts: it connects, says the secret, and serves as any child does."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

from grader.sandbox import child
from grader.sandbox.line import Line


def main(port: int, folder: str) -> None:
    """Serves the host that listens on `port` and wrote the secret to our stdin."""
    secret = sys.stdin.buffer.read()
    os.chdir(folder)
    line = socket.create_connection(("127.0.0.1", port))
    line.sendall(secret)
    sys.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115 # lives as long as we do
    child.serve(Line(line, takes_code=True))


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
