"""The few calls into the kernel that Python has no function for. Linux only; OSError if refused."""

from __future__ import annotations

import ctypes
import os

_libc = ctypes.CDLL(None, use_errno=True)
_libc.syscall.restype = ctypes.c_long
_libc.shmat.restype = ctypes.c_ssize_t
_NOWHERE = -1

PDEATHSIG, DUMPABLE, SUBREAPER, SECCOMP, NO_NEW_PRIVS = 1, 4, 36, 22, 38  # of prctl
NEW_MOUNTS, NEW_UTS, NEW_IPC = 0x00020000, 0x04000000, 0x08000000  # of unshare
NEW_USER, NEW_PID, NEW_NET = 0x10000000, 0x20000000, 0x40000000
READ_ONLY, NO_SUID, NO_DEVICES, NO_EXECUTE, REMOUNT = 1, 2, 4, 8, 32  # of mount
BIND, RECURSIVE, PRIVATE = 0x1000, 0x4000, 0x40000
_DETACH = 2


def syscall(number: int, *arguments: int | bytes | None) -> int:
    """What the system call gives back; -1 where it fails, and then `errno()` says why."""
    # An int would be passed as 32 bits, and the kernel reads 64.
    wide = (ctypes.c_long(a) if isinstance(a, int) else a for a in arguments)
    return int(_libc.syscall(ctypes.c_long(number), *wide))


def errno() -> int:
    """The reason of the last call that failed."""
    return ctypes.get_errno()


def prctl(option: int, value: int, pointer: bytes | None = None) -> None:
    """prctl(2) with one number, and a structure behind it where the option takes one."""
    _checked(_libc.prctl(option, ctypes.c_ulong(value), pointer, 0, 0), f"prctl({option})")


def gains_no_privileges() -> bool:
    """Whether no program gives this process more rights, and nobody may read its memory."""
    # Two of prctl(2) that answer by what they return.
    return bool(_libc.prctl(39, 0, 0, 0, 0) == 1 and _libc.prctl(3, 0, 0, 0, 0) == 0)


class SharedMemory:
    """Memory that whoever shares our IPC namespace can map by its number. It goes with us."""

    def __init__(self) -> None:
        self._number = int(_libc.shmget(0, 4096, 0o600))
        self._place = _libc.shmat(self._number, None, 0)
        _libc.shmctl(self._number, 0, None)  # removes it once nobody has it any more

    def is_in_reach(self) -> bool:
        """Whether this process can map it where it is now."""
        found = _libc.shmat(self._number, None, 0)
        if found == _NOWHERE:
            return False
        _libc.shmdt(ctypes.c_void_p(found))
        return True

    def close(self) -> None:
        if self._place != _NOWHERE:
            _libc.shmdt(ctypes.c_void_p(self._place))
            self._place = _NOWHERE


def unshare(flags: int) -> None:
    """unshare(2): what `flags` name is the caller's own from now on."""
    _checked(_libc.unshare(flags), "unshare")


def mount(source: str | None, target: str, kind: str | None, flags: int, data: str = "") -> None:
    """mount(2)."""
    texts = (None if text is None else os.fsencode(text) for text in (source, target, kind))
    _checked(_libc.mount(*texts, ctypes.c_ulong(flags), data.encode()), f"mount of {target}")


def unmount(target: str) -> None:
    """umount2(2), at once, whoever still uses it."""
    _checked(_libc.umount2(os.fsencode(target), _DETACH), f"umount of {target}")


def pivot_root(new: str, old: str) -> None:
    """pivot_root(2): `new` becomes the root, and the root of before lies at `old` in it."""
    _checked(_libc.pivot_root(os.fsencode(new), os.fsencode(old)), "pivot_root")


def drop_capabilities() -> None:
    """capset(2) to none: effective, permitted and inheritable."""
    header = (0x20080522).to_bytes(4, "little") + bytes(4)
    _checked(_libc.capset(header, bytes(24)), "capset")


def _checked(result: int, what: str) -> None:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number).lower()}")
