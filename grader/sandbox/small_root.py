"""A file system with Python, its libraries and nothing else, for the zygote and its children.

Landlock keeps a child from opening what is not its own; here it cannot even ask whether it exists.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from grader.sandbox import kernel

SCRATCH = "/scratch"
_MOUNT_SETATTR, _HERE, _ALL_BELOW = 442, -100, 0x8000
_LOCKED = (kernel.READ_ONLY | kernel.NO_SUID).to_bytes(8, "little") + bytes(24)


def enter(base: str, readable: Iterable[str], hidden: Iterable[str]) -> None:
    """Makes a root of the paths `readable`, read-only, without those in `hidden`, and enters it.

    `base` is an empty folder, where the new root is put together. Paths that do not exist are
    passed over. Needs a mount namespace of the caller's own. OSError if the kernel refuses.
    """
    kernel.mount(None, "/", None, kernel.RECURSIVE | kernel.PRIVATE)
    kernel.mount("root", base, "tmpfs", kernel.NO_SUID | kernel.NO_DEVICES, "size=1m,mode=755")
    bound: set[str] = set()
    for path in sorted(readable, key=len):
        for real in _laid_out(path, base):
            if not _is_below(real, bound):
                _bind(real, base + real)
                bound.add(real)
    for path in hidden:
        real = os.path.realpath(path)
        if _is_below(real, bound) and Path(real).is_dir():
            kernel.mount("nothing", base + real, "tmpfs", kernel.READ_ONLY, "size=4k,mode=755")
    for folder in (SCRATCH, "/.old"):
        Path(base + folder).mkdir(parents=True, exist_ok=True)
    temporary = Path(base + "/tmp")
    if not temporary.exists():  # Python itself may lie below it
        temporary.symlink_to(SCRATCH)
    kernel.pivot_root(base, base + "/.old")
    os.chdir("/")
    kernel.unmount("/.old")
    Path("/.old").rmdir()
    kernel.mount(None, "/", None, kernel.REMOUNT | kernel.BIND | kernel.READ_ONLY)


def own_scratch(size: int, files: int, user: int) -> None:
    """A new scratch of `size` bytes and `files` files, this process's own, at SCRATCH."""
    kernel.unshare(kernel.NEW_MOUNTS)
    options = f"size={size},nr_inodes={files},mode=700,uid={user},gid={user}"
    kernel.mount("scratch", SCRATCH, "tmpfs", kernel.NO_SUID | kernel.NO_DEVICES, options)


def _laid_out(path: str, base: str) -> Iterator[str]:
    """Where `path` really is, if anywhere, once the links on the way are laid in the new root."""
    if not Path(path).exists():
        return
    done = Path("/")
    for part in Path(path).parts[1:]:
        done /= part
        if done.is_symlink():
            target, link = done.readlink(), Path(f"{base}{done}")
            if not link.is_symlink():
                link.parent.mkdir(parents=True, exist_ok=True)
                link.symlink_to(target)
            further = Path(
                os.path.normpath(done.parent / target), *Path(path).relative_to(done).parts
            )
            yield from _laid_out(str(further), base)
            return
    yield str(done)


def _bind(path: str, target: str) -> None:
    if Path(path).is_dir():
        Path(target).mkdir(parents=True, exist_ok=True)
    else:
        Path(target).parent.mkdir(parents=True, exist_ok=True)
        Path(target).touch()
    kernel.mount(path, target, None, kernel.BIND | kernel.RECURSIVE)
    size = len(_LOCKED)
    if kernel.syscall(_MOUNT_SETATTR, _HERE, os.fsencode(target), _ALL_BELOW, _LOCKED, size) < 0:
        # A kernel before 5.12 makes one mount read-only at a time.
        kernel.mount(None, target, None, kernel.REMOUNT | kernel.BIND | kernel.READ_ONLY)


def _is_below(path: str, roots: Collection[str]) -> bool:
    return any(path == root or path.startswith(root + "/") for root in roots)
