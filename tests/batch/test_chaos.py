"""A batch that is killed, cut short or out of room, and then run again: as if nothing had been."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
from processes import below_process, gone_soon  # tests are no package

ROOT = Path(__file__).parents[2]
CLASS = ROOT / "examples" / "class"
COMMAND = [sys.executable, "-m", "grader", "batch"]


@pytest.fixture(scope="module")
def inbox(tmp_path_factory):
    """Some of the sample class, right, wrong and odd ones."""
    folder = tmp_path_factory.mktemp("inbox")
    for entry in sorted(CLASS.iterdir())[::9]:
        if entry.is_dir():
            shutil.copytree(entry, folder / entry.name)
        else:
            shutil.copy(entry, folder / entry.name)
    return folder


@pytest.fixture(scope="module")
def undisturbed(inbox, tmp_path_factory):
    out = tmp_path_factory.mktemp("undisturbed")
    batch(inbox, out)
    return written(out)


def environment(**more):
    return {**os.environ, **more}


def command(inbox, out):
    return [*COMMAND, str(inbox), "--assignment", "foundations", "--out", str(out), "--jobs", "2"]


def batch(inbox, out, **more):
    return subprocess.run(
        command(inbox, out), cwd=ROOT, env=environment(**more), check=True, capture_output=True
    )


def written(out):
    """Every file a batch leaves, without the seconds that each report took, and the database."""
    files = {}
    for path in sorted(out.rglob("*")):
        if path.suffix == ".json":
            report = json.loads(path.read_bytes())
            del report["seconds"]
            files[path.name] = report
        elif path.is_file() and not path.name.startswith("results.db"):
            files[path.name] = path.read_bytes()
    return files


def killed_after(inbox, out, seconds, choose):
    """A batch of which `choose` kills something after so long; the processes that it had."""
    running = subprocess.Popen(
        command(inbox, out), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    time.sleep(seconds)
    below = below_process(running.pid)
    choose(running, below)
    return running, below


@pytest.mark.parametrize("seconds", [1.0, 2.5])
def test_a_batch_whose_coordinator_was_killed_goes_on_as_if_undisturbed(
    inbox, undisturbed, tmp_path, seconds
):
    def kill(running, below):
        running.kill()

    running, below = killed_after(inbox, tmp_path / "out", seconds, kill)
    running.wait()
    assert gone_soon(below)
    batch(inbox, tmp_path / "out")
    assert written(tmp_path / "out") == undisturbed


MANY = [pytest.param(seed, marks=pytest.mark.soak) for seed in range(1, 40)]


@pytest.mark.parametrize("seed", [0, *MANY])
def test_processes_killed_at_random_cost_no_grade(inbox, undisturbed, tmp_path, seed):
    """Judges, zygotes and children alike; what cannot be made up for at once, the next run does."""
    chance = random.Random(seed)

    def kill_some(running, below):
        for _ in range(3):
            victims = sorted(below_process(running.pid))
            if victims:
                with suppress(ProcessLookupError):
                    os.kill(chance.choice(victims), signal.SIGKILL)
            time.sleep(chance.uniform(0.2, 1.5))

    out = tmp_path / "out"
    running, _ = killed_after(inbox, out, chance.uniform(0.8, 2.5), kill_some)
    running.wait(120)
    batch(inbox, out)
    assert written(out) == undisturbed


def kill_all(running, below):
    """As a machine that loses its power: all at once, the coordinator first."""
    for pid in (running.pid, *sorted(below_process(running.pid) | below)):
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


MORE = [pytest.param(seed, marks=pytest.mark.soak) for seed in range(1, 20)]


@pytest.mark.parametrize("seed", [0, *MORE])
def test_a_machine_that_stops_in_the_middle_and_what_it_was_writing_cost_nothing(
    inbox, undisturbed, tmp_path, monkeypatch, seed
):
    chance = random.Random(seed)
    out, temporary = tmp_path / "out", tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    mounts = Path("/proc/self/mountinfo").read_text()
    running, below = killed_after(inbox, out, chance.uniform(1.5, 4.0), kill_all)
    running.wait()
    assert gone_soon(below)
    out.mkdir(exist_ok=True)
    tear(chance, out)
    batch(inbox, out)
    assert written(out) == undisturbed
    # The judges of the second run have swept up after those of the first, and then themselves.
    assert list(temporary.iterdir()) == []
    assert Path("/proc/self/mountinfo").read_text() == mounts


def tear(chance, out):
    """What had not reached the disk: the end of the log of the database, and half-written pages."""
    log = out / "results.db-wal"
    if log.exists() and log.stat().st_size:
        data = log.read_bytes()
        at = chance.randrange(len(data))
        log.write_bytes(data[:at] + chance.randbytes(chance.randrange(5000)))
        (out / "results.db-shm").unlink(missing_ok=True)  # it lies in memory only
    (out / ".0123456789abcdef.tmp").write_bytes(chance.randbytes(100))


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make a small disk")
def test_a_full_disk_is_told_in_one_line_and_nothing_is_lost(inbox, undisturbed, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=200k", "small", disk], check=True)
    try:
        done = subprocess.run(
            command(inbox, disk / "out"), cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 2
        lines = [line for line in done.stderr.splitlines() if line.startswith("grader: ")]
        assert len(lines) == 1
        assert "Traceback" not in done.stderr
        subprocess.run(["mount", "-o", "remount,size=64m", disk], check=True)
        batch(inbox, disk / "out")
        assert written(disk / "out") == undisturbed
    finally:
        subprocess.run(["umount", disk], check=True)


def test_what_a_killed_batch_left_half_written_is_removed(inbox, undisturbed, tmp_path):
    out = tmp_path / "out"
    batch(inbox, out)
    (out / ".0123456789abcdef.tmp").write_bytes(b"half")
    (out / "reports" / ".0123456789abcdef.tmp").write_bytes(b"half")
    victim = next((out / "reports").glob("*.json"))
    victim.unlink()
    batch(inbox, out)
    assert written(out) == undisturbed


def test_two_batches_never_write_into_one_folder(inbox, tmp_path):
    out = tmp_path / "out"
    first = subprocess.Popen(command(inbox, out), cwd=ROOT, stderr=subprocess.DEVNULL)
    while not (out / "results.db").exists():
        time.sleep(0.05)
    second = subprocess.run(
        command(inbox, out), cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert second.returncode == 2
    assert f"{out}: another `grader batch` is writing here" in second.stderr
    assert first.wait() == 0


JUMPS = """
import random, time

true_time = time.time
time.time = lambda: true_time() + random.uniform(-3e8, 3e8)
"""


def test_a_clock_that_jumps_by_years_changes_nothing(inbox, undisturbed, tmp_path):
    """All deadlines are those of a clock that only goes on, which no one can set."""
    (tmp_path / "sitecustomize.py").write_text(JUMPS)
    out = tmp_path / "out"
    batch(inbox, out, PYTHONPATH=str(tmp_path))
    assert written(out) == undisturbed
    (out / "grades.csv").unlink()
    batch(inbox, out, PYTHONPATH=str(tmp_path))
    assert written(out) == undisturbed


HOSTILE = {
    "forks": "import os\nwhile True: os.fork()\n",
    "kills": "import os\nos.kill(-1, 9)\n",
    "fills": "open('x', 'wb').write(bytes(2**27))\n",
    "eats": "x = [bytearray(2**26) for _ in range(100)]\n",
    "spins": "while True: pass\n",
    "crashes": "import ctypes\nctypes.string_at(0)\n",
    "forges": "import json\njson.dump({'score': 99}, open('/tmp/results.json', 'w'))\n",
    "patches": "import numpy as np\nnp.allclose = np.array_equal = lambda *a, **k: True\n",
    "floods": "import os\nos.write(1, b'x' * 2**26)\n",
    "threads": "import threading, time\nfor _ in range(500):\n"
    "    threading.Thread(target=time.sleep, args=(99,)).start()\n",
}


def test_hostile_neighbours_change_no_byte_of_an_honest_report(inbox, undisturbed, tmp_path):
    crowd = tmp_path / "inbox"
    shutil.copytree(inbox, crowd)
    for name, attack in HOSTILE.items():
        source = attack + "def softmax(Z, axis=-1):\n    " + "\n    ".join(attack.splitlines())
        (crowd / f"{name}.py").write_text(source + "\n    return Z\n")
    out = tmp_path / "out"
    batch(crowd, out)
    found = written(out)
    honest = [name for name in undisturbed if name not in ("index.html", "grades.csv")]
    assert honest
    assert {name: found[name] for name in honest} == {name: undisturbed[name] for name in honest}
    for name in HOSTILE:
        assert found[f"{name}.json"]["score"] < found[f"{name}.json"]["max_score"]
