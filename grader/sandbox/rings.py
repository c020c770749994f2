"""What stands between a child and the machine. Each ring is applied in the child, after the fork.

What surrounds the zygote with all its children stands in `namespaces` and `small_root`. A ring that
cannot be had, or whose probe gets through, is left out of the list that reports show.
"""

from __future__ import annotations

import os
import resource
import signal
import tempfile
from collections.abc import Callable, Collection
from dataclasses import dataclass

from grader.sandbox import kernel, namespaces, places, small_root, users
from grader.sandbox import landlock as walls
from grader.sandbox import seccomp as filters

_FILE_BYTES = 16 * 2**20
FILES = 256
_OPEN_FILES = 64
_THREADS = 64


@dataclass(frozen=True)
class Allowance:
    """What one child may use: bytes of address space, seconds of processor time, a folder; and the
    user it becomes, where it may become another."""

    memory_bytes: int
    cpu_seconds: int
    scratch: str
    user: int


def session(_: Allowance) -> None:
    """A session of its own, killed when the zygote ends: no signal to our process group."""
    os.setsid()
    kernel.prctl(kernel.PDEATHSIG, signal.SIGKILL)


def mountns(allowance: Allowance) -> None:
    """A scratch in memory, of a fixed size, which no other process sees and which ends with it."""
    small_root.own_scratch(_FILE_BYTES, FILES, allowance.user)


def environment(allowance: Allowance) -> None:
    """Nothing of our environment but what numerical libraries need; at home in the scratch."""
    keep = {name: value for name, value in os.environ.items() if name.startswith("OPENBLAS_")}
    os.environ.clear()
    os.environ.update(keep, PATH="/usr/bin:/bin", LANG="C.UTF-8", MPLBACKEND="Agg")
    os.environ.update(HOME=allowance.scratch, TMPDIR=allowance.scratch)
    os.chdir(allowance.scratch)
    tempfile.tempdir = None  # the zygote has looked it up, and would hand on its own


def rlimits(allowance: Allowance) -> None:
    """Memory, processor time, file size, open files and core dumps."""
    cpu = allowance.cpu_seconds
    for what, soft, hard in (
        (resource.RLIMIT_AS, allowance.memory_bytes, allowance.memory_bytes),
        (resource.RLIMIT_CPU, cpu, cpu + 1),
        (resource.RLIMIT_FSIZE, _FILE_BYTES, _FILE_BYTES),
        (resource.RLIMIT_NOFILE, _OPEN_FILES, _OPEN_FILES),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        resource.setrlimit(what, (soft, hard))


def no_new_privs(_: Allowance) -> None:
    """No setuid program can raise the child's rights; its memory cannot be dumped or traced."""
    kernel.prctl(kernel.NO_NEW_PRIVS, 1)
    kernel.prctl(kernel.DUMPABLE, 0)


def landlock(allowance: Allowance) -> None:
    """Files of Python and its libraries may be read, the scratch written; no TCP, no signals."""
    walls.restrict(places.readable(), [allowance.scratch, *places.DEVICES])


def uid(allowance: Allowance) -> None:
    """A user that nobody else is, with few threads: the limit counts those of a user."""
    users.become(allowance.user)
    resource.setrlimit(resource.RLIMIT_NPROC, (_THREADS, _THREADS))
    # Both are forgotten when a process becomes another user.
    kernel.prctl(kernel.PDEATHSIG, signal.SIGKILL)
    kernel.prctl(kernel.DUMPABLE, 0)


def capabilities(_: Allowance) -> None:
    """None, even for root: no mount, no reboot, no signal to another user's process."""
    kernel.drop_capabilities()


def seccomp(_: Allowance) -> None:
    """No process, program or socket of its own, and no way into the kernel's rarer parts."""
    filters.install()


# The scratch is mounted while there is power to mount. Landlock comes while the way to the scratch
# and to the devices is open, and every file can be named. The filter is last, as what it refuses
# nobody needs any more.
RINGS: tuple[Callable[[Allowance], None], ...] = (
    session,
    mountns,
    environment,
    rlimits,
    no_new_privs,
    landlock,
    uid,
    capabilities,
    seccomp,
)
NAMES = (*(name for name in namespaces.NAMES if name != "mountns"), *(r.__name__ for r in RINGS))


def close_files(keep_fd: int) -> None:
    """Closes every file but `keep_fd`, and points the standard ones at nothing."""
    null = os.open(os.devnull, os.O_RDWR)
    for fd in (0, 1, 2):
        os.dup2(null, fd)
    os.closerange(3, keep_fd)
    os.closerange(keep_fd + 1, 2**16)


def enter(allowance: Allowance, names: Collection[str]) -> None:
    """Applies the rings named. OSError, with the ring's name, if one is refused."""
    for ring in RINGS:
        if ring.__name__ in names:
            try:
                ring(allowance)
            except (OSError, ValueError) as error:
                raise OSError(f"{ring.__name__}: {error}") from error
