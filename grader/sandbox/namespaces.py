"""Namespaces for the zygote and all its children: processes, network, IPC, host name, mounts.

Root makes them as it is; others, where the kernel lets them, inside a user namespace. The zygote
becomes process 1 of its own process namespace: when it ends, the kernel ends all that is left.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Collection
from pathlib import Path

from grader.sandbox import kernel

# By the name in reports. Each is tried by itself: a container may refuse some and grant others.
_FLAGS = {
    "mountns": kernel.NEW_MOUNTS,
    "pidns": kernel.NEW_PID,
    "netns": kernel.NEW_NET,
    "ipcns": kernel.NEW_IPC | kernel.NEW_UTS,
}
NAMES = ("userns", *_FLAGS)


def enter(names: Collection[str], close: Collection[int] = ()) -> tuple[str, ...]:
    """Moves this process into those of the namespaces named that can be had, and returns which.

    With a process namespace it is another process that returns, as number 1 in it: the caller stays
    behind to wait for it, with the files `close` closed, and ends when it does. Call it while there
    is one thread only.
    """
    memory = kernel.SharedMemory()
    held = [name for name in _FLAGS if name in names and _unshared(_FLAGS[name])]
    wanted = [name for name in _FLAGS if name in names and name not in held]
    if wanted and "userns" in names and _own_users():
        held = ["userns", *held, *(name for name in wanted if _unshared(_FLAGS[name]))]
    if "ipcns" in held and memory.is_in_reach():
        held.remove("ipcns")  # the one that can be probed only now: nothing of it is to stay
    memory.close()
    if "pidns" in held:
        _become_first(close)
    return tuple(held)


def _unshared(flags: int) -> bool:
    try:
        kernel.unshare(flags)
    except OSError:
        return False  # the ring is missing from what reports list
    return True


def _own_users() -> bool:
    """A user namespace in which we keep our number and have every power over what is made in it."""
    user, group = os.geteuid(), os.getegid()
    if not _unshared(kernel.NEW_USER):
        return False
    own = Path("/proc/self")
    try:
        (own / "setgroups").write_text("deny")
        (own / "uid_map").write_text(f"{user} {user} 1")
        (own / "gid_map").write_text(f"{group} {group} 1")
    except OSError:
        return False  # without a number in it there is nothing we may make there
    return True


def _become_first(close: Collection[int]) -> None:
    first = os.fork()
    if first == 0:
        kernel.prctl(kernel.PDEATHSIG, signal.SIGKILL)
        return
    for fd in close:
        os.close(fd)
    _, status = os.waitpid(first, 0)
    os._exit(os.waitstatus_to_exitcode(status) & 0xFF)
