"""Becomes a container like Gradescope's, and then the command that follows.

    in_gradescope.py '{"/autograder": "/tmp/x/image", …}' offline|online COMMAND…

It has a root of its own, with the system's programs and Python read-only, processes of its own,
and, offline, a network of its own with nobody in it. The first argument says what else is where;
of these, what lies at /autograder may be written to.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path

from grader.sandbox import kernel

SYSTEM = ("/usr", "/etc", "/opt", "/bin", "/sbin", "/lib", "/lib64", "/dev", sys.base_prefix)


def bind(source: str, target: Path, *, writable: bool) -> None:
    if Path(source).is_dir():
        target.mkdir(parents=True, exist_ok=True)
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.touch()
    kernel.mount(source, str(target), None, kernel.BIND | kernel.RECURSIVE)
    if not writable:
        flags = kernel.REMOUNT | kernel.BIND | kernel.READ_ONLY
        kernel.mount(None, str(target), None, flags)


def enter(places: dict[str, str]) -> None:
    """Puts the root together and moves into it; process 1 does, so that /proc is its own."""
    root = Path(tempfile.mkdtemp())
    kernel.mount(None, "/", None, kernel.RECURSIVE | kernel.PRIVATE)
    kernel.mount("root", str(root), "tmpfs", 0, "mode=755")
    for name in SYSTEM:
        path = Path(name)
        if path.is_symlink():
            (root / name[1:]).symlink_to(path.readlink())
        elif path.is_dir() and not name.startswith("/usr/"):
            bind(name, root / name[1:], writable=name == "/dev")
    for name, source in places.items():
        bind(source, root / name[1:], writable=name.startswith("/autograder"))
    for name, mode in (("tmp", 0o1777), ("proc", 0o755), ("root", 0o700), ("old", 0o700)):
        (root / name).mkdir(exist_ok=True)
        if not Path(sys.base_prefix).is_relative_to(f"/{name}"):
            (root / name).chmod(mode)
    kernel.mount("proc", str(root / "proc"), "proc", 0)
    kernel.pivot_root(str(root), str(root / "old"))
    os.chdir("/autograder")
    kernel.unmount("/old")


places, network, *command = sys.argv[1:]
offline = kernel.NEW_NET if network == "offline" else 0
kernel.unshare(kernel.NEW_MOUNTS | kernel.NEW_PID | kernel.NEW_IPC | offline)
if pid := os.fork():
    _, status = os.waitpid(pid, 0)
    sys.exit(os.waitstatus_to_exitcode(status) % 256)
enter(json.loads(places))
os.execv(command[0], command)
