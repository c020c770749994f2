"""Landlock: what of the file system, the network and other processes a child can reach.

Unprivileged and kept for good (man 7 landlock). A kernel without it, or with an older version of
it, holds fewer of the walls; `version` says which.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterable

from grader.sandbox import kernel

_CREATE, _ADD_RULE, _RESTRICT = 444, 445, 446  # the same on every architecture

# Access rights by the version that brought them: the first 13, then one by one.
_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1, 2, 4, 8
_FILES_BY_VERSION = {1: 2**13 - 1, 2: 2**14 - 1, 3: 2**15 - 1, 5: 2**16 - 1}
_TCP = {4: 0b11}  # bind and connect
_SCOPES = {6: 0b11}  # abstract sockets and signals stay among the child and its descendants

READ = _EXECUTE | _READ_FILE | _READ_DIR
ON_FILES = _EXECUTE | _WRITE_FILE | _READ_FILE | 2**14 | 2**15  # what a rule on a file may allow


def version() -> int:
    """The version of Landlock in this kernel; 0 if there is none."""
    return max(0, kernel.syscall(_CREATE, None, 0, 1))


def restrict(readable: Iterable[str], writable: Iterable[str]) -> None:
    """Shuts this process and all it starts off from every file but those below the paths given.

    Paths that do not exist are passed over. No TCP connection, and no signal to a process outside,
    where the kernel knows how. Needs no_new_privs. OSError if the kernel refuses.
    """
    number = version()
    files = _newest(_FILES_BY_VERSION, number)
    attributes = struct.pack("<QQQ", files, _newest(_TCP, number), _newest(_SCOPES, number))
    size = 8 if number < 4 else 16 if number < 6 else 24
    ruleset = _checked(kernel.syscall(_CREATE, attributes, size, 0))
    try:
        for path in readable:
            _allow(ruleset, path, READ & files)
        for path in writable:
            _allow(ruleset, path, files)
        _checked(kernel.syscall(_RESTRICT, ruleset, 0))
    finally:
        os.close(ruleset)


def _allow(ruleset: int, path: str, access: int) -> None:
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except FileNotFoundError:
        return
    try:
        if not os.path.isdir(path):  # noqa: PTH112 # pathlib costs more than the rule
            access &= ON_FILES
        rule = struct.pack("<Qi", access, place)
        _checked(kernel.syscall(_ADD_RULE, ruleset, 1, rule, 0))
    finally:
        os.close(place)


def _newest(by_version: dict[int, int], number: int) -> int:
    return max((rights for since, rights in by_version.items() if since <= number), default=0)


def _checked(result: int) -> int:
    if result < 0:
        raise OSError(kernel.errno(), "Landlock refused")
    return result
