"""What stands between a child and the machine. Each ring is applied in the child, after the fork.

So far: limits, a session of its own, no new privileges, no dump, no capabilities, no inherited
files, an empty environment, Landlock, a filter of system calls. Namespaces and a uid of its own
take their place in `RINGS` when they come; a ring that cannot be had here is left out of the list
that reports show.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import struct
import sys
import tempfile
from collections.abc import Callable, Collection
from dataclasses import dataclass

from grader.sandbox import seccomp as filters
from grader.sandbox.landlock import restrict, version

_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_NO_NEW_PRIVS = 1, 4, 38
_FILE_BYTES = 16 * 2**20
_OPEN_FILES = 64
_libc = ctypes.CDLL(None, use_errno=True)


@dataclass(frozen=True)
class Allowance:
    """What one child may use: bytes of address space, seconds of processor time, a folder."""

    memory_bytes: int
    cpu_seconds: int
    scratch: str


def session(_: Allowance) -> None:
    """A session of its own, killed when the zygote ends: no signal to our process group."""
    os.setsid()
    _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


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
    _prctl(_PR_SET_NO_NEW_PRIVS, 1)
    _prctl(_PR_SET_DUMPABLE, 0)


def landlock(allowance: Allowance) -> None:
    """Files of Python and its libraries may be read, the scratch written; no TCP, no signals."""
    python = {sys.prefix, sys.base_prefix, sys.exec_prefix, *_site_folders()}
    restrict([*sorted(python), *_LIBRARIES], [allowance.scratch, *_DEVICES])


def capabilities(_: Allowance) -> None:
    """None, even for root: no mount, no reboot, no signal to another user's process."""
    header = struct.pack("<Ii", 0x20080522, 0)
    if _libc.capset(header, bytes(24)) != 0:
        raise OSError(ctypes.get_errno(), "capset refused")


def seccomp(_: Allowance) -> None:
    """No process, program or socket of its own, and no way into the kernel's rarer parts."""
    filters.install()


_LIBRARIES = (
    *("/usr", "/lib", "/lib64", "/bin", "/etc/ld.so.cache", "/etc/localtime", "/etc/fonts"),
    *("/sys/devices/system/cpu", "/dev/urandom", "/dev/random", "/dev/zero"),
)
_DEVICES = ("/dev/null",)


def _site_folders() -> list[str]:
    return [path for path in sys.path if path.endswith(("site-packages", "dist-packages"))]


# Landlock comes late: until then the way to the scratch and to the devices is open. The filter is
# last, as what it refuses nobody needs any more.
RINGS: tuple[Callable[[Allowance], None], ...] = (
    session,
    environment,
    rlimits,
    no_new_privs,
    landlock,
    capabilities,
    seccomp,
)


def enter(allowance: Allowance, keep_fd: int, names: Collection[str]) -> None:
    """Closes every file but `keep_fd`, points the standard ones at nothing, applies rings."""
    null = os.open(os.devnull, os.O_RDWR)
    for fd in (0, 1, 2):
        os.dup2(null, fd)
    os.closerange(3, keep_fd)
    os.closerange(keep_fd + 1, 2**16)
    for ring in RINGS:
        if ring.__name__ in names:
            ring(allowance)


def names() -> tuple[str, ...]:
    """The rings that can be had here, as reports list them."""
    missing = {landlock: not version(), seccomp: not filters.supported()}
    return tuple(ring.__name__ for ring in RINGS if not missing.get(ring, False))


def become_subreaper() -> None:
    """Orphans of a killed child become the caller's children, so that it can end them too."""
    _prctl(36, 1)


def _prctl(option: int, value: int) -> None:
    if _libc.prctl(option, value, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), f"prctl({option}) refused")
