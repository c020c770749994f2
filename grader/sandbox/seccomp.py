"""A filter of system calls, as BPF: no new process or program, no socket, no door to the kernel.

First form: a list of what is refused, with EPERM; an allow-list is to take its place. x86-64 only:
the numbers of calls differ elsewhere, and a filter with wrong numbers would be worse than none.
See man 2 seccomp, and asm/unistd_64.h for the numbers.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import re
import struct
from functools import cache

_PR_SET_SECCOMP, _FILTER = 22, 2
_ALLOW, _ERRNO, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_X86_64, _X32 = 0xC000003E, 0x40000000
_LOAD, _JUMP_EQUAL, _JUMP_AT_LEAST, _JUMP_BITS, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16  # offsets in struct seccomp_data
_CLONE, _CLONE3, _CLONE_THREAD = 56, 435, 0x10000

_TABLE = """
a process or a program of its own, and reaching into another:
    fork 57, vfork 58, execve 59, execveat 322, ptrace 101, kcmp 312, process_vm_readv 310,
    process_vm_writev 311, pidfd_open 434, pidfd_getfd 438
the network, and memory or messages shared with others:
    socket 41, shmget 29, shmat 30, shmctl 31, semget 64, semop 65, semctl 66, msgget 68,
    msgsnd 69, msgrcv 70, msgctl 71, mq_open 240, memfd_create 319, add_key 248, request_key 249,
    keyctl 250
other views of the file system:
    mount 165, umount2 166, pivot_root 155, chroot 161, unshare 272, setns 308, open_tree 428,
    move_mount 429, fsopen 430, fsmount 432, mount_setattr 442, name_to_handle_at 303,
    open_by_handle_at 304, fanotify_init 300
parts of the kernel with a history of holes:
    bpf 321, userfaultfd 323, perf_event_open 298, io_uring_setup 425, io_uring_enter 426,
    io_uring_register 427, personality 135, syslog 103
the machine itself:
    reboot 169, kexec_load 246, kexec_file_load 320, init_module 175, finit_module 313,
    delete_module 176, swapon 167, swapoff 168, iopl 172, ioperm 173, acct 163, settimeofday 164,
    clock_settime 227, sethostname 170, setdomainname 171, quotactl 179
"""
REFUSED = {name: int(number) for name, number in re.findall(r"(\w+) (\d+)", _TABLE)}
_libc = ctypes.CDLL(None, use_errno=True)


def supported() -> bool:
    """Whether this kernel filters system calls, and by numbers that are known here."""
    if platform.machine() != "x86_64":
        return False
    # Without a filter a kernel that could take one says that the address is bad.
    return _prctl(None) != 0 and ctypes.get_errno() == errno.EFAULT


def install() -> None:
    """Filters the calls of this process and all its threads, for good. Needs no_new_privs."""
    code = program()
    filters = ctypes.create_string_buffer(code, len(code))
    header = struct.pack("<HxxxxxxQ", len(code) // 8, ctypes.addressof(filters))
    if _prctl(header) != 0:
        raise OSError(ctypes.get_errno(), "the filter of system calls was refused")


@cache
def program() -> bytes:
    """The filter: eight bytes an instruction."""
    refuse = _ERRNO | errno.EPERM
    steps = [
        _step(_LOAD, _ARCHITECTURE),
        _step(_JUMP_EQUAL, _X86_64, yes=1),
        _step(_RETURN, _KILL),
        _step(_LOAD, _NUMBER),
        _step(_JUMP_AT_LEAST, _X32, no=1),
        _step(_RETURN, _KILL),
        # glibc makes threads by clone where there is no clone3, and of clone the flags can be seen.
        _step(_JUMP_EQUAL, _CLONE3, no=1),
        _step(_RETURN, _ERRNO | errno.ENOSYS),
        _step(_JUMP_EQUAL, _CLONE, no=4),
        _step(_LOAD, _FIRST_ARGUMENT),
        _step(_JUMP_BITS, _CLONE_THREAD, no=1),
        _step(_RETURN, _ALLOW),
        _step(_RETURN, refuse),
    ]
    for number in REFUSED.values():
        steps += [_step(_JUMP_EQUAL, number, no=1), _step(_RETURN, refuse)]
    return b"".join([*steps, _step(_RETURN, _ALLOW)])


def _step(code: int, value: int, yes: int = 0, no: int = 0) -> bytes:
    return struct.pack("<HBBI", code, yes, no, value)


def _prctl(program: bytes | None) -> int:
    return int(_libc.prctl(_PR_SET_SECCOMP, ctypes.c_ulong(_FILTER), program, 0, 0))
