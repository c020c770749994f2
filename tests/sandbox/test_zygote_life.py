"""The zygote through kills, hang-ups and many children: nothing is mixed up, nothing stays."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from grader.model import Chunk, Limits, SourceFile
from grader.sandbox import rings
from grader.sandbox.answers import Value
from grader.sandbox.cell import Cell
from grader.sandbox.folders import WorkFolder, remove_tree
from grader.sandbox.host import Zygote

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
from processes import below_process, descendants, gone_soon, youngest  # tests are no package

LIMITS = Limits(call_seconds=2.0, problem_seconds=4.0, memory="512 MiB")
COUNTER = (
    "import os\nn = [0]\ndef f():\n    n[0] += 1\n    return n[0]\ndef pid(): return os.getpid()\n"
)


def cell_of(zygote, source=COUNTER, limits=LIMITS):
    return Cell(zygote, [SourceFile("work.py", (Chunk(source),))], {}, limits)


def ask(cell, name, *args):
    (answer,) = cell.run(0, name, [(args, {})])
    return answer


@pytest.fixture
def own():
    """A zygote of the test's own, to be killed at will."""
    zygote = Zygote()
    yield zygote
    zygote.close()


def test_two_submissions_of_one_zygote_live_and_end_apart(own):
    assert own.rings
    idle = descendants(own)
    one, two = cell_of(own), cell_of(own)
    assert [ask(one, "f").value, ask(two, "f").value, ask(one, "f").value] == [1, 1, 2]
    assert len(descendants(own) - idle) == 2
    one.close()
    assert len(descendants(own) - idle) == 1
    assert ask(two, "f") == Value(2)
    two.close()
    assert descendants(own) == idle


def test_a_cell_that_was_closed_begins_anew_and_may_be_closed_twice(own):
    cell = cell_of(own)
    assert ask(cell, "f") == Value(1)
    cell.close()
    cell.close()
    assert ask(cell, "f") == Value(1)
    cell.close()


def test_a_zygote_that_was_closed_begins_anew(own):
    own.close()
    for _ in range(2):
        cell = cell_of(own)
        assert ask(cell, "f") == Value(1)
        cell.close()
        own.close()


def test_a_zygote_killed_between_two_submissions_is_not_noticed(own):
    first = cell_of(own)
    ask(first, "f")
    first.close()
    below = descendants(own)
    os.kill(youngest(below), signal.SIGKILL)
    second = cell_of(own)
    assert ask(second, "f") == Value(1)
    assert not below & descendants(own)
    second.close()


def test_a_new_zygote_outlives_the_end_of_a_child_of_the_old_one(own):
    one, two = cell_of(own), cell_of(own)
    assert [ask(one, "f"), ask(two, "f")] == [Value(1)] * 2
    below = descendants(own)
    os.kill(min(below), signal.SIGKILL)
    assert gone_soon(below)
    assert ask(one, "f") == Value(1)
    two.close()
    assert ask(one, "f") == Value(2)
    one.close()


def test_a_zygote_closed_with_two_children_alive_ends_them_in_silence(capfd):
    zygote = Zygote()
    one, two = cell_of(zygote), cell_of(zygote)
    assert [ask(one, "f"), ask(two, "f")] == [Value(1)] * 2
    below = descendants(zygote)
    zygote.close()
    one.close()
    two.close()
    assert gone_soon(below)
    assert capfd.readouterr().err == ""


HOST = """
import os, sys
from grader.model import Chunk, Limits, SourceFile
from grader.sandbox.cell import Cell
from grader.sandbox.host import Zygote
zygote = Zygote()
cell = Cell(zygote, [SourceFile("w.py", (Chunk("def f(): return 1\\n"),))], {}, Limits())
cell.run(0, "f", [((), {})])
print(zygote._process.pid, flush=True)
%s
"""
ENDS = {"leaves without closing": "os._exit(0)", "is killed": "os.kill(os.getpid(), 9)"}


@pytest.mark.parametrize("how", ENDS)
def test_a_host_that_is_gone_takes_zygote_and_children_with_it(how, tmp_path, monkeypatch):
    host = subprocess.Popen(
        [sys.executable, "-c", HOST % f"sys.stdin.read()\n{ENDS[how]}"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    )
    zygote = int(host.stdout.readline())
    below = {zygote, *below_process(zygote)}
    assert len(below) > 1
    _, errors = host.communicate()
    assert gone_soon(below)
    assert errors == b""
    # The child's folder goes with it; the one around it goes when the next zygote begins.
    (around,) = tmp_path.iterdir()
    assert not list(around.glob("child-*"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    WorkFolder().remove()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_whose_owner_lives_is_left_alone(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    mine = WorkFolder()
    WorkFolder().remove()
    assert Path(mine.name).exists()
    mine.remove()
    mine.remove()
    assert list(tmp_path.iterdir()) == []


def deep_folder(top, levels=3000):
    """Folders in folders, deeper than Python recurses and than a path may be long."""
    here = os.open(top, os.O_RDONLY)
    for _ in range(levels):
        os.mkdir("d", dir_fd=here)
        (Path(f"/proc/self/fd/{here}") / "file").touch()
        below = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)


def test_a_folder_is_removed_however_deep_and_closed_it_is(tmp_path):
    top = tmp_path / "top"
    top.mkdir()
    deep_folder(top)
    (top / "shut" / "inner").mkdir(parents=True)
    (top / "shut" / "inner").chmod(0)
    (top / "shut").chmod(0)
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "mine").touch()
    (top / "link").symlink_to(kept)
    remove_tree(str(top))
    assert sorted(tmp_path.rglob("*")) == [kept, kept / "mine"]
    remove_tree(str(top))  # that is no fault


def test_a_deep_folder_that_was_left_behind_keeps_no_judge_from_beginning(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    left = WorkFolder()
    deep_folder(left.name)
    os.close(left._lock)  # its owner was killed
    WorkFolder().remove()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_ours_by_its_name_alone_is_somebodys_work(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    work = tmp_path / "nabla-thesis"
    work.mkdir()
    (work / "chapter.tex").touch()
    WorkFolder().remove()
    assert (work / "chapter.tex").exists()


INSIDE = """
import mmap, os, resource, signal, sys
def limit(name): return list(resource.getrlimit(getattr(resource, 'RLIMIT_' + name)))
def raise_limit(name):
    resource.setrlimit(getattr(resource, 'RLIMIT_' + name), (2**40, 2**40))
def grab(size): return len(mmap.mmap(-1, size))
def spin():
    resource.setrlimit(resource.RLIMIT_CPU, (1, 2))
    signal.signal(signal.SIGXCPU, signal.SIG_IGN)
    while True: pass
def spin_deaf_to_nothing():
    resource.setrlimit(resource.RLIMIT_CPU, (1, 2))
    while True: pass
def session(): return [os.getpid(), os.getsid(0), os.getpgid(0)]
def standard(): return [os.fstat(n).st_rdev for n in range(3)]
def null(): return os.stat('/dev/null').st_rdev
def flood():
    for _ in range(50): os.write(2, b'x' * 2**20)
    sys.stderr.write('x' * 2**20)
    return sys.stdin.read()
"""


@pytest.fixture
def inside(zygote):
    cell = cell_of(zygote, INSIDE)
    yield lambda name, *args: ask(cell, name, *args)
    cell.close()


def test_the_memory_limit_is_the_one_that_was_asked_for(inside):
    assert inside("limit", "AS") == Value([512 * 2**20] * 2)
    assert inside("grab", 2**20) == Value(2**20)
    assert inside("grab", 600 * 2**20).kind in ("memory", "raised")


def test_processor_time_is_limited_well_above_the_wall(inside):
    soft, hard = inside("limit", "CPU").value
    assert 10 * LIMITS.problem_seconds <= soft < hard < 1000


@pytest.mark.parametrize("name", ["AS", "CPU", "FSIZE", "NOFILE", "CORE"])
def test_no_limit_can_be_raised_again(inside, name):
    assert inside("raise_limit", name).kind == "raised"


@pytest.mark.parametrize(
    ("name", "kind"), [("spin_deaf_to_nothing", "timeout"), ("spin", "crashed")]
)
def test_a_child_out_of_processor_time_is_ended_by_the_kernel(name, kind):
    patient = Limits(call_seconds=20.0, problem_seconds=30.0, memory="512 MiB")
    # The filter would not let it set the short limit that spares us waiting for the long one.
    zygote = Zygote([ring for ring in rings.NAMES if ring != "seccomp"])
    cell = cell_of(zygote, INSIDE, patient)
    answer = ask(cell, name)
    assert answer.kind == kind
    assert "within" not in answer.words
    cell.close()
    zygote.close()


def test_a_child_has_a_session_of_its_own(inside):
    pid, session, group = inside("session").value
    assert pid == session == group != os.getsid(0)


def test_the_standard_files_are_nothing(inside):
    assert inside("standard").value == [inside("null").value] * 3
    assert inside("flood") == Value("")
