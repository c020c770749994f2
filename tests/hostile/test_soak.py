"""Many submissions, a third of them hostile, in one judge: nothing grows and nothing stays."""

from __future__ import annotations

import gc
import tempfile
from pathlib import Path

import pytest

from grader.judge.judge import Judge

# isort: split
from processes import eldest  # tests are no package

HEAD = "import os, sys, signal, threading, time, gc\nimport numpy as np\n"
BODIES = [
    "os.fork()",
    "os._exit(0)",
    "os.kill(os.getpid(), 9)",
    "os.abort()",
    "import ctypes; ctypes.string_at(0)",
    "return np.zeros(10**9)",
    "return [0.0] * 10**6",
    "x = []\n    x.append(x)\n    return x",
    "[threading.Thread(target=time.sleep, args=(60,), daemon=True).start() for _ in range(100)]",
    "[open(str(n), 'w') for n in range(1000)]",
    "open('big', 'wb').write(bytes(2**26))",
    "os.write(2, b'x' * 2**22)",
    "print('x' * 2**22)",
    "sys.setrecursionlimit(10**9)\n    def f(): return f()\n    return f()",
    "raise MemoryError",
    "return {i: i for i in range(10**5)}",
    "import socket; socket.socket()",
    "os.mkdir('d'); os.chdir('d'); return Z",
    "sys.modules.clear()",
    "Z[...] = np.nan\n    return Z",
    "gc.disable(); kept.append(np.ones(10**6))\n    return Z",
]
SLOW = "while True: pass"
EVERY = 60  # among so many there is one that costs its time limit


def hostile(number):
    body = SLOW if number % EVERY == 0 else BODIES[number % len(BODIES)]
    return f"{HEAD}kept = []\ndef softmax(Z, axis=-1):\n    {body}\n"


def memory(pid):
    """Bytes of memory that are this process's own."""
    text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    parts = [line.split() for line in text.splitlines()]
    return 1024 * sum(int(p[1]) for p in parts if p[0] in ("Private_Dirty:", "Private_Clean:"))


def names(folder):
    return sorted(path.name for path in Path(folder).iterdir())


def what_there_is(arena):
    """All that a submission could leave behind."""
    zygote = arena.judge._nursery
    boss = eldest(arena.processes() or {zygote._process.pid})
    return {
        "zygote": boss,
        "processes": len(arena.processes()),
        "files of the judge": len(names("/proc/self/fd")),
        "files of the zygote": len(names(f"/proc/{boss}/fd")),
        "mounts": Path(f"/proc/{boss}/mountinfo").read_text(),
        "our mounts": Path("/proc/self/mountinfo").read_text(),
        "folders": names(zygote._scratch.name),
        # Other judges of the same machine have locks there.
        "shared memory": [n for n in names("/dev/shm") if not n.startswith("sem.mp-")],
        "temporary": names(tempfile.gettempdir()),
    }


def run(arena, count):
    """`count` submissions; the honest ones all get the same bytes."""
    for number in range(count):
        if number % 3 == 0:
            attack = arena.submission(hostile(number // 3))
            report = arena.judge.grade(attack, ["softmax"], explain=number % 5 == 0)
            assert report.score < report.max_score
        else:
            arena.assert_neighbour_unharmed()


@pytest.mark.parametrize(
    "count",
    [pytest.param(500, id="short"), pytest.param(20_000, id="long", marks=pytest.mark.soak)],
)
def test_nothing_grows_and_nothing_stays(course, arena_of, count, tmp_path, monkeypatch):
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    with Judge(course, ["softmax", "mse_gradient"], unsafe=True) as judge:
        arena = arena_of(judge)
        run(arena, 120)
        gc.collect()
        before = what_there_is(arena)
        used = memory("self"), memory(before["zygote"])
        run(arena, count)
        gc.collect()
        assert what_there_is(arena) == before
        for now, then in zip((memory("self"), memory(before["zygote"])), used, strict=True):
            assert now < then + 24 * 2**20
