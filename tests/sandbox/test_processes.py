"""Processes begin with nothing of ours, end with all they started, and leave nothing behind."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from grader.model import Chunk, Limits, SourceFile
from grader.sandbox import rings
from grader.sandbox.answers import Value
from grader.sandbox.cell import Cell
from grader.sandbox.host import Zygote

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
from processes import descendants, eldest, gone_soon, youngest  # tests are no package

LIMITS = Limits(call_seconds=2.0, problem_seconds=4.0, memory="1 GiB")


def cell_of(zygote, source):
    return Cell(zygote, [SourceFile("work.py", (Chunk(source),))], {}, LIMITS)


STARTS = {
    "a child": "os.fork() or time.sleep(60)",
    "a grandchild in a session of its own": "os.fork() or (os.setsid(), os.fork() or "
    "time.sleep(60), os._exit(0))",
    "a program": "subprocess.Popen(['sleep', '60'])",
    "a program in another session": "subprocess.Popen(['sleep', '60'], start_new_session=True)",
}
CHILDREN = """
import os, subprocess, time
def pid():
    return os.getpid()
def start():
    %s
    return 1
"""


@pytest.fixture(scope="module")
def unfiltered():
    """A zygote whose children may start processes."""
    zygote = Zygote([name for name in rings.NAMES if name != "seccomp"])
    assert zygote.rings  # it has begun
    yield zygote
    zygote.close()


@pytest.mark.parametrize("what", STARTS)
def test_07_what_a_submission_started_ends_with_it(unfiltered, what):
    idle = descendants(unfiltered)
    cell = cell_of(unfiltered, CHILDREN % STARTS[what])
    cell.run(0, "pid", [((), {})])
    before = descendants(unfiltered)
    cell.run(0, "start", [((), {})])
    time.sleep(0.1)
    started = descendants(unfiltered) - before
    assert started
    cell.close()
    assert gone_soon(started)
    assert gone_soon(before - idle)


LATE = """
import atexit, os, threading, time
def linger(): time.sleep(60)
class Late:
    def __del__(self): linger()
kept = Late()
atexit.register(linger)
def f():
    threading.Thread(target=linger).start()
    return os.getpid()
"""


ENDLESS = {
    "34 a loop": "while True: pass",
    "35 deaf to every signal": "import signal\n"
    "    for n in set(signal.valid_signals()) - {9, 19}:\n"
    "        try: signal.signal(n, signal.SIG_IGN)\n"
    "        except (OSError, ValueError): pass\n"
    "    while True: pass",
    "36 inside C": "pow(3, 10**9)",
    "37 asleep": "time.sleep(1000)",
}


@pytest.mark.parametrize("what", ENDLESS)
def test_what_never_ends_runs_on_until_its_deadline_ends_it(zygote, what):
    child = zygote.fork(LIMITS)
    source = f"import time\ndef f():\n    {ENDLESS[what]}\n"
    child.ask(5.0, "read", [["work.py", False, [source]]], {}, {})
    number = child.send("load", [])
    while child.message(time.monotonic() + 5.0)[0] != number:
        pass
    below = descendants(zygote)
    runs = youngest(below)
    child.send("run", 0, "f", [[[], {}]], False, False)
    with pytest.raises(TimeoutError):
        child.wait(time.monotonic() + 0.3)
    assert below <= descendants(zygote)
    with pytest.raises(TimeoutError):
        child.message(time.monotonic())
    assert gone_soon({runs})


def test_11_variables_are_seen_without_their_ring_and_not_within(zygote):
    source = "import os\ndef f(): return sorted(os.environ)\n"
    without = Zygote([name for name in rings.NAMES if name != "environment"])
    bare, cleared = cell_of(without, source), cell_of(zygote, source)
    (seen,), (kept,) = (cell.run(0, "f", [((), {})]) for cell in (bare, cleared))
    assert "OMP_NUM_THREADS" in seen.value
    assert "OMP_NUM_THREADS" not in kept.value
    bare.close()
    cleared.close()
    without.close()


def test_07_nothing_runs_on_after_the_end(zygote):
    assert zygote.rings
    idle = descendants(zygote)
    cell = cell_of(zygote, LATE)
    cell.run(0, "f", [((), {})])
    assert descendants(zygote) - idle
    cell.close()
    assert descendants(zygote) == idle


COUNT = """
calls = []
def f():
    calls.append(1)
    return len(calls)
"""


@pytest.mark.parametrize("outermost", [True, False])
def test_a_zygote_that_was_killed_is_started_anew_and_its_children_end(outermost):
    zygote = Zygote()
    try:
        first = cell_of(zygote, COUNT)
        assert first.run(0, "f", [((), {})]) == [Value(1)]
        below = descendants(zygote)
        victim = zygote._process.pid if outermost else eldest(below)
        os.kill(victim, signal.SIGKILL)
        assert gone_soon(below)
        # What was killed from outside is forgiven once, and then it is the student's code.
        assert first.run(0, "f", [((), {})]) == [Value(1)]
        os.kill(youngest(descendants(zygote)), signal.SIGKILL)
        (lost,) = first.run(0, "f", [((), {})])
        assert lost.kind == "crashed"
        assert first.run(0, "f", [((), {})]) == [Value(1)]
        first.close()
    finally:
        zygote.close()


def test_a_zygote_that_nobody_asks_ends_in_silence(capfd):
    zygote = Zygote()
    zygote.start()
    process = zygote._process
    zygote.close()
    assert process.returncode == 0
    assert capfd.readouterr().err == ""


def test_many_submissions_leave_no_file_open_and_no_process(zygote):
    def forked(source="def f():\n    return 1\n"):
        cell = cell_of(zygote, source)
        cell.run(0, "f", [((), {})])
        cell.close()

    def opened(pid):
        return len(list(Path(f"/proc/{pid}/fd").iterdir()))

    def mounts(pid):
        return Path(f"/proc/{pid}/mountinfo").read_text()

    forked()
    idle = descendants(zygote)
    boss = eldest(idle or {zygote._process.pid})
    scratch = Path(zygote._scratch.name)
    before = opened("self"), opened(boss), mounts(boss)
    for _ in range(20):
        forked()
        forked()
        forked("import os\nos._exit(0)\n")
    assert (opened("self"), opened(boss), mounts(boss)) == before
    assert descendants(zygote) == idle
    assert not list(scratch.glob("child-*"))


INSIDE = """
import os, resource, stat, sys
def environment(): return sorted(os.environ)
def files():
    found = []
    for fd in range(2000):
        try:
            mode = os.fstat(fd).st_mode
        except OSError:
            continue
        found.append(stat.filemode(mode)[0])
    return found
def modules(): return sorted(name for name in sys.modules if name.startswith('grader'))
def limits(): return [resource.getrlimit(getattr(resource, 'RLIMIT_' + name)) for name in
                      ('FSIZE', 'NOFILE', 'CORE')]
def fill():
    with open('large', 'wb') as file:
        try:
            for _ in range(64):
                file.write(bytes(2**20))
                file.flush()
        except OSError:
            return os.path.getsize('large')
def many(): return [open('/dev/null') for _ in range(1000)] and 1
def flags(): return [sys.flags.isolated, sys.flags.dont_write_bytecode, sys.path[:1]]
def parent(): return os.getppid()
"""


@pytest.fixture
def inside(zygote, monkeypatch):
    monkeypatch.setenv("GRADER_SALT", "secret")
    cell = cell_of(zygote, INSIDE)

    def inside(name, *args):
        (answer,) = cell.run(0, name, [(args, {})])
        return answer

    yield inside
    cell.close()


def test_the_environment_holds_nothing_of_ours(inside):
    names = inside("environment").value
    ours = {"HOME", "LANG", "MPLBACKEND", "OPENBLAS_NUM_THREADS", "PATH", "TMPDIR"}
    assert set(names) <= {*ours, "LC_CTYPE"}


def test_only_the_line_and_nothing_is_open(inside):
    assert inside("files").value == ["c", "c", "c", "s"]


def test_no_check_and_no_bank_was_ever_loaded(inside):
    assert not [
        name
        for name in inside("modules").value
        if name.split(".")[1:2] in (["judge"], ["bank"], ["model"], ["numeric"], ["store"])
    ]


def test_files_and_cores_are_limited(inside):
    (size, _), (count, _), (core, _) = inside("limits").value
    assert (size, count, core) == (16 * 2**20, 64, 0)
    assert inside("fill").value == 16 * 2**20
    assert inside("many").classes[0] == "OSError"


def test_python_is_isolated(inside):
    isolated, no_bytecode, path = inside("flags").value
    assert (isolated, no_bytecode) == (1, True)
    assert path != [""]


class Refused:
    """What the host hears from a child around which a ring could not be closed."""

    ended = False

    def message(self, deadline):
        return ["refused", "seccomp: permission denied"]

    def end(self):
        self.ended = True


def test_a_ring_that_is_refused_is_told_by_its_name_and_the_child_does_not_run():
    child = Refused()
    with pytest.raises(OSError, match="a ring was refused: seccomp: permission denied"):
        Zygote()._begun(child)
    assert child.ended


def test_a_folder_that_cannot_be_made_is_told_and_the_next_zygote_has_its_own(capfd):
    zygote = Zygote()
    zygote.start()
    zygote._scratch.remove()
    try:
        cell = cell_of(zygote, "def f():\n    return 1\n")
        assert cell.run(0, "f", [((), {})]) == [Value(1)]
        cell.close()
    finally:
        zygote.close()
    assert capfd.readouterr().err == ""
