"""Where the zygote and its children live: which rings hold there, and what each child is given."""

from __future__ import annotations

import os
import signal
import tempfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path

import numpy as np

from grader.sandbox import kernel, namespaces, places, probes, rings, small_root, users
from grader.sandbox.folders import remove_tree

_PROBED = 2**30  # bytes of address space of the child that is probed


@dataclass(frozen=True)
class Nest:
    """`held` are the rings that their probes did not get through; `users` the numbers children
    take turns with; `is_first` says that this process is number 1 of its namespace."""

    held: tuple[str, ...]
    users: Iterator[int] = field(repr=False)
    is_first: bool

    def allowance(self, memory_bytes: int, cpu_seconds: int) -> rings.Allowance:
        """What the next child may use. OSError if there is no room for its folder."""
        user = next(self.users)
        if "mountns" in self.held:
            return rings.Allowance(memory_bytes, cpu_seconds, small_root.SCRATCH, user)
        scratch = tempfile.mkdtemp(prefix="child-")
        _give(scratch, user)
        return rings.Allowance(memory_bytes, cpu_seconds, scratch, user)

    def clear(self, allowance: rings.Allowance) -> None:
        """Removes what a child left; a scratch in memory goes with its last process."""
        if "mountns" not in self.held:
            remove_tree(allowance.scratch)

    def end_orphans(self, living: Collection[int]) -> None:
        """Ends what a child that has ended left running. `living` are the other children."""
        if self.is_first:
            # Without a view of processes only all can be named, once there is nobody to spare.
            if not living:
                _end_all()
            return
        while orphans := _own_children() - set(living):
            for orphan in orphans:
                os.kill(orphan, signal.SIGKILL)
            for orphan in orphans:
                os.waitpid(orphan, 0)


def build(names: Collection[str], control_fd: int) -> Nest:
    """Moves the zygote to where it will live, and finds out which of the rings named hold there.

    It may be another process that returns; see `namespaces.enter`.
    """
    outside, folder = os.getpid(), tempfile.gettempdir()
    around = namespaces.enter(names, close=[control_fd])
    numbers = users.numbers(outside) if "uid" in names else range(0)
    if "mountns" in around:
        around = _in_a_small_root(around, folder)
    around = tuple(probes.held_around_the_zygote(around, outside, folder))
    is_first = os.getpid() == 1
    if not is_first:
        kernel.prctl(kernel.SUBREAPER, 1)
    asked = [name for name in names if name in around or name not in namespaces.NAMES]
    held = _probed(asked, numbers)
    if "uid" not in held:
        numbers = range(0)
    turns = cycle(numbers or (os.geteuid(),))
    return Nest((*(name for name in around if name != "mountns"), *held), turns, is_first)


def _in_a_small_root(around: tuple[str, ...], base: str) -> tuple[str, ...]:
    try:
        small_root.enter(base, [*places.readable(), *places.DEVICES], places.hidden())
    except OSError:
        # Refused before we moved: the whole file system is still ours, and the ring is not listed.
        return tuple(name for name in around if name != "mountns")
    return around


def _probed(names: Collection[str], numbers: range) -> list[str]:
    """The rings around a child that hold. A user that cannot read Python's files is of no use."""
    held, can_read = _probe(names, numbers)
    if can_read or "uid" not in names:
        return held
    return _probe([name for name in names if name != "uid"], range(0))[0]


def _probe(names: Collection[str], numbers: range) -> tuple[list[str], bool]:
    reading, writing = os.pipe()
    wanted = [name for name in names if name != "uid" or numbers]
    user = numbers[0] if numbers else os.geteuid()
    scratch = small_root.SCRATCH
    if "mountns" not in names:
        scratch = tempfile.mkdtemp(prefix="child-")
        _give(scratch, user)
    if (pid := os.fork()) == 0:
        try:
            allowance = rings.Allowance(_PROBED, 60, scratch, user)
            held = probes.held_by_a_child(allowance, wanted)
            os.write(writing, " ".join([str(_can_read()), *held]).encode())
        finally:
            os._exit(0)
    os.close(writing)
    os.waitpid(pid, 0)
    with os.fdopen(reading, encoding="utf-8") as said:
        can_read, *held = said.read().split() or ["False"]
    if "mountns" not in names:
        remove_tree(scratch)
    return held, can_read == "True"


def _give(scratch: str, user: int) -> None:
    """Hands a folder to the user that will work in it, and opens the way there."""
    if user != os.geteuid():
        Path(scratch).parent.chmod(0o711)
        os.chown(scratch, user, user)


def _can_read() -> bool:
    try:
        return all(Path(file).read_bytes() for file in (os.__file__, np.__file__))
    except OSError:
        return False


def _end_all() -> None:
    try:
        os.kill(-1, signal.SIGKILL)
        while True:
            os.waitpid(-1, 0)
    except (ProcessLookupError, ChildProcessError):
        return


def _own_children() -> set[int]:
    listing = Path(f"/proc/self/task/{os.getpid()}/children")
    return {int(pid) for pid in listing.read_text().split()} if listing.exists() else set()
