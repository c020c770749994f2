"""What runs below a zygote, seen from the machine: inside, processes have other numbers."""

from __future__ import annotations

import time
from pathlib import Path


def is_alive(pid):
    """Whether a process runs; one that ended and waits to be noticed does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state not in "ZX"


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
            try:
                fields = (folder / "stat").read_text().rsplit(")", 1)[1].split()
            except (FileNotFoundError, ProcessLookupError):
                continue
            parents[int(folder.name)] = int(fields[1])
    found = {top}
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return found - {top}
