"""A filter of system calls, as BPF: what Python and numpy need to compute, and nothing else.

A call that is not listed fails with EPERM; by a foreign numbering (32 bits, x32) it kills. x86-64
only: elsewhere the numbers differ, and a filter with wrong ones would be worse than none. See man 2
seccomp, and asm/unistd_64.h for the numbers.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import re
import struct
from collections.abc import Iterator, Sequence
from functools import cache

from grader.sandbox import kernel

# Not among the files: chmod, utime and truncate. Landlock lets them by, the last one before Linux
# 6.2, and what they would reach may be ours where a child has no user of its own.
_TABLE = """
the line to the host, and files within the other rings:
    read 0, write 1, sendto 44, recvfrom 45, poll 7, close 3, open 2, openat 257, creat 85, lseek 8,
    pread64 17, pwrite64 18, readv 19, writev 20, preadv 295, pwritev 296, sendfile 40,
    copy_file_range 326, stat 4, fstat 5, lstat 6, newfstatat 262, statx 332, access 21,
    faccessat 269, faccessat2 439, readlink 89, readlinkat 267, getdents64 217, getcwd 79, chdir 80,
    fchdir 81, rename 82, renameat 264, renameat2 316, mkdir 83, mkdirat 258, rmdir 84, unlink 87,
    unlinkat 263, umask 95, flock 73, fsync 74, fdatasync 75, ftruncate 77, fallocate 285,
    fadvise64 221, statfs 137, fstatfs 138, getsockname 51, getpeername 52, getsockopt 55
files of its own:
    dup 32, dup2 33, dup3 292, pipe 22, pipe2 293, close_range 436, select 23, pselect6 270,
    ppoll 271, epoll_create1 291, epoll_ctl 233, epoll_wait 232, epoll_pwait 281, eventfd2 290
memory:
    mmap 9, mprotect 10, munmap 11, brk 12, mremap 25, msync 26, madvise 28
threads and signals to itself:
    futex 202, set_robust_list 273, get_robust_list 274, set_tid_address 218, rseq 334,
    membarrier 324, sched_yield 24, sched_getaffinity 204, sched_getparam 143,
    sched_getscheduler 145, sched_get_priority_max 146, sched_get_priority_min 147, getcpu 309,
    rt_sigaction 13, rt_sigprocmask 14, rt_sigreturn 15, rt_sigpending 127, rt_sigtimedwait 128,
    rt_sigsuspend 130, sigaltstack 131, pause 34, alarm 37, getitimer 36, setitimer 38,
    restart_syscall 219, exit 60, exit_group 231, wait4 61, waitid 247
clocks, chance, and what it is:
    nanosleep 35, clock_nanosleep 230, clock_gettime 228, clock_getres 229, gettimeofday 96,
    time 201, times 100, getrusage 98, getrandom 318, uname 63, sysinfo 99, getrlimit 97,
    getpid 39, gettid 186, getppid 110, getpgrp 111, getpgid 121, getsid 124, getuid 102,
    getgid 104, geteuid 107, getegid 108, getgroups 115, getresuid 118, getresgid 120, capget 125
"""
ALLOWED = {name: int(number) for name, number in re.findall(r"(\w+) (\d+)", _TABLE)}

# Calls of which only some uses are allowed: the argument looked at, and the values it may have.
_IOCTLS = (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)  # is it a terminal; how full; blocking
_FCNTLS = (*range(8), 1030)  # no F_SETOWN: its signals would go where the caller says
_PRCTLS = (15, 16, 0x53564D41)  # the name of a thread, of a stretch of memory
ONLY_WITH = {
    "ioctl": (16, 1, _IOCTLS),
    "fcntl": (72, 1, _FCNTLS),
    "prctl": (157, 0, _PRCTLS),
}
TO_ITSELF = {"kill": 62, "tgkill": 234}
CLONE, CLONE3, PRLIMIT = 56, 435, 302
_CLONE_THREAD = 0x10000

_FILTER = 2
_ALLOW, _ERRNO, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_X86_64, _X32 = 0xC000003E, 0x40000000
_LOAD, _JUMP_EQUAL, _JUMP_OVER, _JUMP_BITS, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER, _ARCHITECTURE, _ARGUMENTS = 0, 4, 16  # offsets in struct seccomp_data


def supported() -> bool:
    """Whether this kernel filters system calls, and by numbers that are known here."""
    if platform.machine() != "x86_64":
        return False
    try:
        kernel.prctl(kernel.SECCOMP, _FILTER, None)
    except OSError as error:
        # A kernel that could take a filter says that no filter is a bad address.
        return error.errno == errno.EFAULT
    return True


def install() -> None:
    """Filters the calls of this process and all its threads, for good. Needs no_new_privs."""
    code = program(os.getpid())
    filters = ctypes.create_string_buffer(code, len(code))
    header = struct.pack("<HxxxxxxQ", len(code) // 8, ctypes.addressof(filters))
    kernel.prctl(kernel.SECCOMP, _FILTER, header)


def program(pid: int) -> bytes:
    """The filter of the process `pid`: eight bytes an instruction."""
    own = [step for number in TO_ITSELF.values() for step in _for(number, _one_of(0, (pid,)))]
    # Limits may be read, the caller's only, and none may be set.
    read = [*_one_of(0, (0, pid), then=()), *_all_zero((2, 0), (2, 4))]
    return b"".join([_the_same_for_all(), *own, *_for(PRLIMIT, read), _refusal()])


@cache
def _the_same_for_all() -> bytes:
    return b"".join(
        [
            _step(_LOAD, _ARCHITECTURE),
            _step(_JUMP_EQUAL, _X86_64, yes=1),
            _step(_RETURN, _KILL),
            _step(_LOAD, _NUMBER),
            _step(_JUMP_OVER, _X32, no=1),
            _step(_RETURN, _KILL),
            *_always(sorted(ALLOWED.values())),
            *_for_some_arguments(),
        ]
    )


def _always(numbers: Sequence[int]) -> Iterator[bytes]:
    """Numbers let through, a run of neighbours at a time."""
    first = numbers[0]
    for number, following in zip(numbers, (*numbers[1:], None), strict=True):
        if following != number + 1:
            yield _step(_JUMP_OVER, first, no=2)
            yield _step(_JUMP_OVER, number + 1, yes=1)
            yield _step(_RETURN, _ALLOW)
            first = following or 0


def _for_some_arguments() -> Iterator[bytes]:
    for number, place, values in ONLY_WITH.values():
        yield from _for(number, _one_of(place, values))
    # glibc makes threads by clone where there is no clone3, and of clone the flags can be seen.
    yield from _for(CLONE3, [_step(_RETURN, _ERRNO | errno.ENOSYS)])
    thread = [_load(0), _step(_JUMP_BITS, _CLONE_THREAD, no=1), _step(_RETURN, _ALLOW)]
    yield from _for(CLONE, [*thread, _refusal()])


def _for(number: int, steps: Sequence[bytes]) -> list[bytes]:
    """The steps, taken for one call only; they end the filter."""
    return [_step(_JUMP_EQUAL, number, no=len(steps)), *steps]


def _one_of(place: int, values: Sequence[int], then: Sequence[bytes] | None = None) -> list[bytes]:
    """Lets the call through if the argument is one of `values`; with `then`, takes those steps."""
    end = [_step(_RETURN, _ALLOW)] if then is None else list(then)
    count = len(values)
    tests = [_step(_JUMP_EQUAL, value, yes=count - at) for at, value in enumerate(values)]
    return [_load(place), *tests, _refusal(), *end]


def _all_zero(*words: tuple[int, int]) -> list[bytes]:
    """Lets the call through if these halves of arguments are 0."""
    steps = [
        step
        for place, half in words
        for step in (_load(place, half), _step(_JUMP_EQUAL, 0, yes=1), _refusal())
    ]
    return [*steps, _step(_RETURN, _ALLOW)]


def _refusal() -> bytes:
    return _step(_RETURN, _ERRNO | errno.EPERM)


def _load(place: int, half: int = 0) -> bytes:
    return _step(_LOAD, _ARGUMENTS + 8 * place + half)


def _step(code: int, value: int, yes: int = 0, no: int = 0) -> bytes:
    return struct.pack("<HBBI", code, yes, no, value)
