"""What Landlock and the lack of capabilities keep a submission from; skipped where they are not."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from grader.sandbox import landlock, rings

ROOT = Path(__file__).parents[2]
VERSION = landlock.version()
pytestmark = pytest.mark.skipif(VERSION == 0, reason="this kernel has no Landlock")

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
def connect(port):
    with socket.create_connection(('127.0.0.1', port), timeout=1):
        return 1
def signal(pid):
    os.kill(pid, 0)
    return 1
def attempt(name, *args):
    getattr(os, name)(*args)
    return 1
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


@pytest.mark.skipif(VERSION < 4, reason="this Landlock knows no network")
def test_no_connection_is_made(ask):
    with socket.create_server(("127.0.0.1", 0)) as server:
        answer = ask("connect", server.getsockname()[1])
    assert_denied(answer)


@pytest.mark.skipif(VERSION < 6, reason="this Landlock knows no signals")
def test_no_signal_reaches_a_process_outside(ask, zygote):
    for pid in (os.getpid(), zygote._process.pid, 1):
        assert_denied(ask("signal", pid))


@pytest.mark.parametrize(
    "attempt",
    [
        ("setuid", 12345),
        ("chroot", "/usr"),
        ("mknod", "device", 0o20600, 261),
        ("nice", -5),
    ],
)
def test_root_has_no_powers_left(ask, attempt):
    assert_denied(ask("attempt", *attempt))


def test_reports_list_the_walls():
    assert {"landlock", "capabilities"} <= set(rings.names())
