"""What Landlock, the filter and the lack of capabilities keep a submission from, ring by ring."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from grader.model import Chunk, Limits, SourceFile
from grader.sandbox import landlock, rings, seccomp
from grader.sandbox.answers import Value
from grader.sandbox.cell import Cell
from grader.sandbox.host import Zygote

ROOT = Path(__file__).parents[2]
VERSION = landlock.version()
pytestmark = [
    pytest.mark.skipif(VERSION == 0, reason="this kernel has no Landlock"),
    pytest.mark.skipif(not seccomp.supported(), reason="this kernel filters no system calls"),
]

LIMITS = Limits(call_seconds=3.0, problem_seconds=9.0, memory="1 GiB")
SOURCE = """
import os, socket, subprocess, tempfile
def read(path):
    with open(path, 'rb') as file:
        return len(file.read(100))
def write(path):
    with open(path, 'w') as file:
        file.write('x')
    return 1
def listing(path):
    return os.listdir(path)
def remove(path):
    os.remove(path)
    return 1
def signal(pid):
    os.kill(pid, 0)
    return 1
def fork_and_wait():
    pid = os.fork()
    if not pid:
        os._exit(0)
    os.waitpid(pid, 0)
def run_true():
    subprocess.run(['true'], check=True)
def open_socket():
    socket.socket(socket.AF_UNIX).close()
def attempt(name, *args):
    (globals().get(name) or getattr(os, name))(*args)
    return 1
def threads():
    import threading
    done = []
    started = [threading.Thread(target=done.append, args=(1,)) for _ in range(4)]
    for thread in started:
        thread.start()
    for thread in started:
        thread.join()
    return len(done)
def scratch():
    with tempfile.TemporaryFile() as file:
        file.write(b'x')
    write('here.txt')
    return [os.getcwd(), os.listdir('.')]
def imports():
    import decimal, sqlite3, numpy.polynomial
    return 1
"""


@pytest.fixture
def ask(cell, call):
    one = cell(SOURCE)
    return lambda name, *args: call(one, name, *args)


@pytest.fixture
def without():
    """Makes a cell whose child goes without some rings."""
    made = []

    def without(*left_out):
        zygote = Zygote([name for name in rings.names() if name not in left_out])
        cell = Cell(zygote, [SourceFile("work.py", (Chunk(SOURCE),))], {}, LIMITS)
        made.extend([cell, zygote])
        return cell

    yield without
    for one in made:
        one.close()


def assert_denied(answer):
    assert answer.kind == "raised"
    assert "PermissionError" in answer.classes


@pytest.mark.parametrize(
    "path",
    [
        "solutions/salt",
        "solutions/stability/softmax/solution.py",
        "exercises/stability/softmax/test_softmax.py",
        "course.yaml",
    ],
)
def test_the_course_cannot_be_read(ask, path):
    assert (ROOT / path).exists()
    assert_denied(ask("read", str(ROOT / path)))


def test_folders_other_processes_and_secrets_cannot_be_read(ask):
    assert_denied(ask("listing", str(ROOT)))
    assert_denied(ask("listing", "/tmp"))
    for path in ("/etc/passwd", f"/proc/{os.getpid()}/environ", "/proc/self/environ"):
        assert_denied(ask("read", path))


def test_nothing_but_the_scratch_can_be_written(ask, tmp_path):
    kept = tmp_path / "kept"
    kept.write_text("mine")
    assert_denied(ask("write", str(tmp_path / "new")))
    assert_denied(ask("write", str(kept)))
    assert_denied(ask("remove", str(kept)))
    assert kept.read_text() == "mine"


def test_the_scratch_can_be_used_and_is_gone_afterwards(cell, call):
    one, two = cell(SOURCE), cell(SOURCE)
    folder, names = call(one, "scratch").value
    assert names == ["here.txt"]
    other, _ = call(two, "scratch").value
    assert other != folder
    assert_denied(call(two, "listing", folder))
    one.close()
    assert not Path(folder).exists()


def test_python_and_its_libraries_can_be_imported(ask):
    assert ask("imports").value == 1


@pytest.mark.skipif(VERSION < 6, reason="this Landlock knows no signals")
def test_no_signal_reaches_a_process_outside(ask, zygote):
    for pid in (os.getpid(), zygote._process.pid, 1):
        assert_denied(ask("signal", pid))


ATTACKS = {
    "reading the salt": ("landlock", "read", str(ROOT / "solutions" / "salt")),
    "listing the course": ("landlock", "listing", str(ROOT)),
    "forking": ("seccomp", "attempt", "fork_and_wait"),
    "running a program": ("seccomp", "attempt", "run_true"),
    "a socket of any kind": ("seccomp", "attempt", "open_socket"),
    "shared memory without a file": ("seccomp", "attempt", "memfd_create", "x"),
}


@pytest.mark.parametrize("what", ATTACKS)
def test_an_attack_is_denied_by_its_ring_and_by_no_other(ask, without, call, what):
    ring, *attack = ATTACKS[what]
    assert_denied(ask(*attack))
    assert isinstance(call(without(ring), *attack), Value)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has powers to lose")
@pytest.mark.parametrize("attack", [("nice", -5), ("mknod", "device", 0o20600, 261)])
def test_root_has_no_powers_left(ask, without, call, attack):
    assert_denied(ask("attempt", *attack))
    assert isinstance(call(without("capabilities", "landlock"), "attempt", *attack), Value)


def test_threads_may_be_started(ask):
    assert ask("threads").value == 4


def test_reports_list_the_walls():
    assert {"landlock", "capabilities", "seccomp"} <= set(rings.names())
