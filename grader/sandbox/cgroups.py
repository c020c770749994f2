"""A control group around a zygote and its children, where we may make one.

It bounds what they use together: memory that no single limit counts, such as files in the scratch,
and processes. Both forms of the kernel's interface are tried; see man 7 cgroups.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

_V2 = Path("/sys/fs/cgroup")
_PREFIX = "nabla-"
_PROCESSES = 512
_CHILDREN = 4  # the most that live at once
_BESIDE = 2**29  # bytes for the zygote itself


class Group:
    """A group for one zygote. `holds` says that its limits read back as they were set."""

    def __init__(self, pid: int) -> None:
        self.holds = False
        self._memory = 0
        self._folders = [f for where in _places() if (f := _made(where, pid)) is not None]
        try:
            for folder in self._folders:
                _set(folder, ("pids.max",), _PROCESSES)
                (folder / "cgroup.procs").write_text(str(pid))
            limited = [f for f in self._folders if (f / "pids.max").exists()]
            self.holds = any(_reads(f / "pids.max", _PROCESSES) for f in limited)
        except OSError:
            self.remove()

    def limit_memory(self, of_a_child: int) -> None:
        """Memory for as many children as live at once, each of `of_a_child` bytes."""
        if of_a_child == self._memory:
            return
        self._memory = of_a_child
        with suppress(OSError):  # memory has a limit of its own in each child
            for folder in self._folders:
                names = ("memory.max", "memory.limit_in_bytes")
                _set(folder, names, _CHILDREN * of_a_child + _BESIDE)

    def remove(self) -> None:
        """Removes the group, once all in it have ended; what cannot be, the next one sweeps."""
        for folder in self._folders:
            with suppress(OSError):
                folder.rmdir()
        self._folders = []
        self.holds = False


def _places() -> list[Path]:
    """The groups this process is in that know of memory or processes."""
    try:
        lines = Path("/proc/self/cgroup").read_text().splitlines()
    except OSError:
        return []
    found = []
    for line in lines:
        _, controllers, path = line.split(":", 2)
        names = (
            [""]
            if not controllers
            else [n for n in ("memory", "pids") if n in controllers.split(",")]
        )
        found += [_V2 / name / path.lstrip("/") for name in names]
    return [place for place in found if (place / "cgroup.procs").exists()]


def _made(where: Path, pid: int) -> Path | None:
    """A new group in `where`, once those whose zygotes have ended are gone; None if refused."""
    for old in where.glob(f"{_PREFIX}*"):
        # Another zygote's may be empty still: it has only just been made.
        if not Path("/proc", old.name.removeprefix(_PREFIX)).exists():
            with suppress(OSError):
                old.rmdir()
    folder = where / f"{_PREFIX}{pid}"
    try:
        with suppress(OSError):
            (where / "cgroup.subtree_control").write_text("+memory +pids")
        folder.mkdir()
    except OSError:
        return None
    if any(
        (folder / name).exists() for name in ("pids.max", "memory.max", "memory.limit_in_bytes")
    ):
        return folder
    folder.rmdir()
    return None


def _set(folder: Path, names: tuple[str, ...], value: int) -> None:
    for name in names:
        if (folder / name).exists():
            (folder / name).write_text(str(value))


def _reads(file: Path, value: int) -> bool:
    return file.read_text().strip() == str(value)
