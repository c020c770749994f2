"""Processes begin with nothing of ours, end with all they started, and leave nothing behind."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from grader.model import Chunk, Limits, SourceFile
from grader.sandbox.answers import Value
from grader.sandbox.cell import Cell
from grader.sandbox.host import Zygote

LIMITS = Limits(call_seconds=2.0, problem_seconds=4.0, memory="1 GiB")


def cell_of(zygote, source):
    return Cell(zygote, [SourceFile("work.py", (Chunk(source),))], {}, LIMITS)


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
def tree():
    time.sleep(0.1)
    found, todo = [], [os.getpid()]
    for stat in os.listdir('/proc'):
        if stat.isdigit():
            try:
                fields = open(f'/proc/{stat}/stat').read().rsplit(')', 1)[1].split()
            except OSError:
                continue
            if int(fields[19]) >= START:
                found.append(int(stat))
    return found
START = int(open('/proc/self/stat').read().rsplit(')', 1)[1].split()[19])
def start():
    %s
    return 1
"""


@pytest.mark.parametrize("what", STARTS)
def test_what_a_submission_started_ends_with_it(zygote, what):
    cell = cell_of(zygote, CHILDREN % STARTS[what])
    (own,) = cell.run(0, "pid", [((), {})])
    cell.run(0, "start", [((), {})])
    (answer,) = cell.run(0, "tree", [((), {})])
    started = [pid for pid in answer.value if Path(f"/proc/{pid}").exists()]
    ours = [pid for pid in started if belongs_to(pid, zygote)]
    assert own.value in ours
    assert len(ours) > 1
    cell.close()
    assert gone_soon(ours)


def belongs_to(pid, zygote):
    """Whether a process descends from the zygote."""
    boss = zygote._process.pid
    while pid > 1:
        if pid == boss:
            return True
        try:
            pid = int(Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])
        except FileNotFoundError:
            return False
    return False


LATE = """
import atexit, threading, time
class Late:
    def __del__(self): open(PATH, 'w').write('late')
kept = Late()
atexit.register(lambda: open(PATH, 'w').write('late'))
def wait():
    time.sleep(0.3)
    open(PATH, 'w').write('late')
def f():
    threading.Thread(target=wait).start()
    return 1
"""


def test_nothing_runs_on_after_the_end(zygote, tmp_path):
    mark = tmp_path / "late"
    cell = cell_of(zygote, f"PATH = {str(mark)!r}\n{LATE}")
    assert cell.run(0, "f", [((), {})]) == [Value(1)]
    cell.close()
    time.sleep(0.5)
    assert not mark.exists()


def test_a_zygote_that_was_killed_is_started_anew():
    zygote = Zygote()
    try:
        first = cell_of(zygote, "def f():\n    return 1\n")
        assert first.run(0, "f", [((), {})]) == [Value(1)]
        os.kill(zygote._process.pid, signal.SIGKILL)
        (answer,) = first.run(0, "f", [((), {})])
        assert answer.kind == "crashed"
        assert first.run(0, "f", [((), {})]) == [Value(1)]
        first.close()
    finally:
        zygote.close()


def test_children_end_with_a_zygote_that_was_killed():
    zygote = Zygote()
    try:
        cell = cell_of(zygote, "import os\ndef f():\n    return os.getpid()\n")
        (answer,) = cell.run(0, "f", [((), {})])
        os.kill(zygote._process.pid, signal.SIGKILL)
        assert gone_soon([answer.value])
        cell.close()
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
    def forked():
        cell = cell_of(zygote, "def f():\n    return 1\n")
        cell.run(0, "f", [((), {})])
        cell.close()

    def opened(pid):
        return len(list(Path(f"/proc/{pid}/fd").iterdir()))

    forked()
    boss = zygote._process.pid
    before = opened("self"), opened(boss)
    for _ in range(60):
        forked()
    assert (opened("self"), opened(boss)) == before
    assert Path(f"/proc/{boss}/task/{boss}/children").read_text().split() == []


INSIDE = """
import os, resource, sys
def environment(): return sorted(os.environ)
def files(): return [[fd, os.readlink(f'/proc/self/fd/{fd}')] for fd in os.listdir('/proc/self/fd')
                     if os.path.exists(f'/proc/self/fd/{fd}')]
def modules(): return sorted(name for name in sys.modules if name.startswith('grader'))
def limits(): return [resource.getrlimit(getattr(resource, 'RLIMIT_' + name)) for name in
                      ('AS', 'FSIZE', 'NOFILE', 'CORE')]
def fill(path):
    with open(path, 'wb') as file:
        for _ in range(64):
            file.write(bytes(2**20))
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
    assert set(names) <= {"LANG", "MPLBACKEND", "OPENBLAS_NUM_THREADS", "PATH", "LC_CTYPE"}


def test_only_the_line_and_nothing_is_open(inside):
    opened = dict(inside("files").value)
    lines = [target for target in opened.values() if target.startswith("socket:")]
    assert len(lines) == 1
    rest = set(opened.values()) - set(lines)
    assert all(target == "/dev/null" or target.startswith("/proc/") for target in rest)


def test_no_check_and_no_bank_was_ever_loaded(inside):
    assert not [
        name
        for name in inside("modules").value
        if name.split(".")[1:2] in (["judge"], ["bank"], ["model"], ["numeric"], ["store"])
    ]


def test_memory_files_and_cores_are_limited(inside, tmp_path):
    (memory, _), (size, _), (count, _), (core, _) = inside("limits").value
    assert (memory, size, count, core) == (2**30, 16 * 2**20, 64, 0)
    path = tmp_path / "large"
    assert inside("fill", str(path)).kind in ("raised", "crashed")
    assert path.stat().st_size <= 16 * 2**20
    assert inside("many").classes[0] == "OSError"


def test_python_is_isolated(inside):
    isolated, no_bytecode, path = inside("flags").value
    assert (isolated, no_bytecode) == (1, True)
    assert path != [""]
