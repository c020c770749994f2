"""What runs below a zygote, seen from the machine: inside, processes have other numbers."""

from __future__ import annotations

import time
from pathlib import Path


def is_alive(pid):
    """Whether a process runs; one that ended and waits to be noticed does not."""
    fields = _stat(pid)
    return fields is not None and fields[0] not in "ZX"


def gone_soon(pids):
    """Whether the processes end within a moment."""
    for _ in range(100):
        if not any(map(is_alive, pids)):
            return True
        time.sleep(0.02)
    return False


def descendants(zygote):
    """The processes that a zygote and its children started, and have not outlived."""
    return below_process(zygote._process.pid)


def below_process(top):
    """All that a process and those below it started."""
    parents = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            fields = _stat(folder.name)
            if fields is not None:
                parents[int(folder.name)] = int(fields[1])
    found = {top}
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return found - {top}


def eldest(pids):
    """The process that was started first; its number need not be the smallest: they wrap around."""
    return min(pids, key=_birth)


def youngest(pids):
    """The process that was started last."""
    return max(pids, key=_birth)


def _birth(pid):
    """When a process began, in ticks, and of which generation it is: a tick may see several."""
    fields = _stat(pid)
    generation, parent = 0, int(fields[1])
    while parent > 1:
        generation, parent = generation + 1, int(_stat(parent)[1])
    return int(fields[19]), generation


def _stat(pid):
    """What the kernel says of a process behind its name; None if there is none."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except (FileNotFoundError, ProcessLookupError):
        return None
