"""Attacks that show, when a zygote starts, which rings hold: what gets through is not reported.

Each is tried on one process at the moment its ring has closed, before the next one could be what
stops it.
"""

from __future__ import annotations

import mmap
import os
from collections.abc import Callable, Collection
from pathlib import Path

from grader.sandbox import kernel, rings

_REFUSALS = (OSError, MemoryError)


def held_around_the_zygote(names: Collection[str], outside: int, folder: str) -> list[str]:
    """Those of the namespaces in `names` that hold: `outside` is a process that must be out of
    reach, `folder` a folder that must be out of sight."""
    attacks: dict[str, Callable[[], object]] = {
        "userns": lambda: os.setresuid(outside + 1, outside + 1, os.geteuid()),
        "pidns": lambda: os.kill(outside, 0),
        "netns": _reach_the_machine,
        "mountns": lambda: Path(folder).stat(),
    }
    return [name for name in names if name not in attacks or _is_refused(attacks[name])]


def held_by_a_child(allowance: rings.Allowance, names: Collection[str]) -> list[str]:
    """Applies the rings named to this process, passes over what is refused, and attacks each."""
    user, group = os.geteuid(), os.getpgid(0)
    attacks: dict[str, Callable[[], object]] = {
        "session": lambda: os.setpgid(0, group),
        "mountns": lambda: _fill(allowance.scratch),
        "environment": _read_the_zygotes_variables,
        "no_new_privs": _gain_privileges,
        "rlimits": lambda: mmap.mmap(-1, allowance.memory_bytes).close(),
        "landlock": lambda: list(Path("/").iterdir()),
        "uid": lambda: os.setuid(user),
        "capabilities": lambda: os.chroot("/"),
        "seccomp": _fork,
    }
    found = []
    for ring in rings.RINGS:
        name = ring.__name__
        if name not in names:
            continue
        try:
            ring(allowance)
        except (OSError, ValueError):
            continue  # not to be had here, and so not in the list
        if name not in attacks or _is_refused(attacks[name]):
            found.append(name)
    return found


def _is_refused(attack: Callable[[], object]) -> bool:
    try:
        attack()
    except _REFUSALS:
        return True
    return False


def _reach_the_machine() -> None:
    import socket

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        line.connect(("127.0.0.1", 9))  # sends nothing


def _read_the_zygotes_variables() -> None:
    if "OMP_NUM_THREADS" not in os.environ:
        raise FileNotFoundError("none is there")


def _gain_privileges() -> None:
    """Read back, not tried: there may be no program here that would give some."""
    if kernel.gains_no_privileges():
        raise PermissionError("it gains none")


def _fill(folder: str) -> None:
    """More files than the scratch may hold."""
    made = [Path(folder, str(number)) for number in range(rings.FILES + 1)]
    try:
        for path in made:
            path.touch()
    finally:
        for path in made:
            path.unlink(missing_ok=True)


def _fork() -> None:
    if (child := os.fork()) == 0:
        os._exit(0)
    os.waitpid(child, 0)
