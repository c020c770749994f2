"""Users that nobody is, one for each living child: none can touch another's files or processes."""

from __future__ import annotations

import os
from pathlib import Path

CHILDREN = 64  # numbers a zygote takes turns with; it never has more than a few children
_FIRST, _ZYGOTES = 0x70000000, 2**22  # by default: far above what people and services are given
_FIRST_IN_CONTAINER = 10_000


def numbers(process: int) -> range:
    """User numbers for the children of the zygote `process`; none if it may not give them away.

    No two zygotes of one machine get the same, unless a container has cut the numbers short.
    """
    if os.geteuid() != 0:
        return range(0)
    known = min(_end(Path("/proc/self/uid_map")), _end(Path("/proc/self/gid_map")))
    first, zygotes = _FIRST, _ZYGOTES
    if known < first + zygotes * CHILDREN:
        first = _FIRST_IN_CONTAINER
        zygotes = max(0, known - first) // CHILDREN
    if zygotes == 0:
        return range(0)
    own = first + process % zygotes * CHILDREN
    return range(own, own + CHILDREN)


def become(number: int) -> None:
    """Makes this process that user, in no group but its own, for good. OSError if refused."""
    os.setgroups([])
    os.setresgid(number, number, number)
    os.setresuid(number, number, number)


def _end(mapping: Path) -> int:
    """Where the stretch of numbers that begins at 0 in this user namespace ends."""
    if not mapping.exists():
        return 2**32 - 1  # this kernel has one set of users
    for line in mapping.read_text().splitlines():
        inside, _, count = (int(word) for word in line.split())
        if inside == 0:
            return count
    return 0
