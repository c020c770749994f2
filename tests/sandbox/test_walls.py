"""What Landlock, the filter and the lack of capabilities keep a submission from, ring by ring."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

import pytest

from grader.model import Chunk, Limits, SourceFile
from grader.sandbox import kernel, landlock, seccomp
from grader.sandbox.answers import Failure, Value
from grader.sandbox.cell import Cell
from grader.sandbox.host import Zygote

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests" / "support"))
from modes import MODES, NAMESPACES, OPEN  # noqa: E402 # tests are no package

VERSION = landlock.version()
pytestmark = [
    pytest.mark.skipif(VERSION == 0, reason="this kernel has no Landlock"),
    pytest.mark.skipif(not seccomp.supported(), reason="this kernel filters no system calls"),
]

# What every child has, so that it can live; all else is what a test is about.
BARE = ("session", "environment", "no_new_privs")
DENIALS = (
    *("PermissionError", "FileNotFoundError", "ProcessLookupError", "OSError", "MemoryError"),
    *("ValueError", "NotADirectoryError"),
)
LIMITS = Limits(call_seconds=3.0, problem_seconds=9.0, memory="1 GiB")
SOURCE = """
import os, resource, socket, subprocess, tempfile, threading, time
def read(path):
    with open(path, 'rb') as file:
        return len(file.read(100))
def write(path):
    with open(path, 'w') as file:
        file.write('x')
    return 1
def listing(path):
    return os.listdir(path)
def look(path):
    return os.stat(path).st_size
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
def send():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        line.connect(('127.0.0.1', 9))
def share():
    path = '/dev/shm/nabla-test-%d' % os.getpid()
    write(path)
    os.remove(path)
def many_threads():
    over = threading.Event()
    threading.stack_size(2 ** 16)
    started = []
    try:
        for _ in range(200):
            started.append(threading.Thread(target=over.wait))
            try:
                started[-1].start()
            except RuntimeError:
                started.pop()
                raise OSError('no more threads')
    finally:
        over.set()
        for thread in started:
            thread.join()
def two_gigabytes():
    import mmap
    mmap.mmap(-1, 2 ** 31).close()
def fill():
    for number in range(40):
        with open(str(number), 'wb') as file:
            file.write(bytes(2 ** 20))
def many_files():
    for number in range(1000):
        open(str(number), 'w').close()
def many_open():
    kept = []
    try:
        for _ in range(1000):
            kept.append(open('/dev/null'))
    finally:
        for file in kept:
            file.close()
def unshare():
    import ctypes
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(0x10000000):
        raise OSError(ctypes.get_errno(), 'refused')
def raise_limit():
    soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (soft, hard))
def attempt(name, *args):
    (globals().get(name) or getattr(os, name))(*args)
    return 1
def call(number, *arguments):
    import ctypes
    libc = ctypes.CDLL(None, use_errno=True)
    wide = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    if libc.syscall(ctypes.c_long(number), *wide) < 0:
        raise OSError(ctypes.get_errno(), 'refused')
def io_uring():
    call(425, 4, bytes(256))
def found_memory(key):
    call(29, key, 0, 0)
def small_pieces():
    import mmap
    kept = [mmap.mmap(-1, 2 ** 24) for _ in range(2 ** 7)]
    for piece in kept:
        piece.close()
def trace(pid):
    call(101, 0x4206, pid, 0, 0)  # PTRACE_SEIZE: it runs on
def peek(pid, address):
    import ctypes, struct
    mine = ctypes.create_string_buffer(8)
    here = ctypes.create_string_buffer(struct.pack('QQ', ctypes.addressof(mine), 8))
    there = ctypes.create_string_buffer(struct.pack('QQ', address, 8))
    call(310, pid, ctypes.addressof(here), 1, ctypes.addressof(there), 1, 0)
def numbers_of_32_bits():
    import ctypes, mmap
    code = mmap.mmap(-1, 4096, prot=7)
    code.write(bytes.fromhex('b814000000cd80c3'))  # eax = 20: getpid; int 0x80
    gate = ctypes.addressof(ctypes.c_char.from_buffer(code))
    if ctypes.CFUNCTYPE(ctypes.c_long)(gate)() != os.getpid():
        raise OSError('another answer')
def threads():
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


@pytest.fixture(scope="module")
def zygotes():
    """`zygotes(mode, rings)` is a zygote with those rings, started once for all tests."""
    started = {}

    def zygote_of(prefix, *names):
        key = (prefix, names)
        if key not in started:
            started[key] = Zygote(*names, prefix=prefix)
            assert started[key].rings  # it has begun
        return started[key]

    yield zygote_of
    for zygote in started.values():
        zygote.close()


@pytest.fixture
def cell_of():
    made = []

    def cell_of(zygote):
        made.append(Cell(zygote, [SourceFile("work.py", (Chunk(SOURCE),))], {}, LIMITS))
        return made[-1]

    yield cell_of
    for one in made:
        one.close()


@pytest.fixture(params=MODES, ids=str)
def mode(request):
    return request.param


@pytest.fixture
def surrounded(zygotes, mode):
    """A zygote with every ring that can be had in this mode."""
    return zygotes(mode.prefix)


@pytest.fixture
def ask(surrounded, cell_of, call):
    one = cell_of(surrounded)
    return lambda name, *args: call(one, name, *args)


@pytest.fixture
def only(zygotes, cell_of, call):
    """Asks a child that has no rings but those named."""

    def only(mode, names, name, *args):
        zygote = zygotes(mode.prefix or OPEN, (*BARE, *names))
        assert set(names) <= set(zygote.rings)
        return call(cell_of(zygote), name, *args)

    return only


def assert_denied(answer):
    """By whichever wall comes first: it may not, there is nothing there, it is full."""
    assert isinstance(answer, Failure)
    assert answer.kind != "raised" or answer.classes[0] in DENIALS, answer


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


def test_folders_other_processes_and_secrets_cannot_be_read(ask, tmp_path):
    (tmp_path / "secret").touch()
    assert_denied(ask("listing", str(tmp_path)))
    assert_denied(ask("listing", str(ROOT / "exercises")))
    for path in ("/etc/passwd", f"/proc/{os.getpid()}/environ", "/proc/self/environ"):
        assert_denied(ask("read", path))


def test_nothing_but_the_scratch_can_be_written(ask, tmp_path):
    kept = tmp_path / "kept"
    kept.write_text("mine")
    assert_denied(ask("write", str(tmp_path / "new")))
    assert_denied(ask("write", str(kept)))
    assert_denied(ask("remove", str(kept)))
    assert kept.read_text() == "mine"


def test_the_scratch_can_be_used_and_is_gone_afterwards(surrounded, mode, cell_of, call):
    before = set(Path(surrounded._scratch.name).iterdir())
    one, two = cell_of(surrounded), cell_of(surrounded)
    folder, names = call(one, "scratch").value
    assert names == ["here.txt"]
    other, names = call(two, "scratch").value
    assert names == ["here.txt"]
    assert other != folder or "mountns" in mode.rings
    one.close()
    two.close()
    assert set(Path(surrounded._scratch.name).iterdir()) == before


def test_no_signal_reaches_a_process_outside(ask, surrounded):
    for pid in (os.getpid(), surrounded._process.pid, 1):
        assert_denied(ask("signal", pid))


SECRET = str(ROOT / "solutions" / "salt")
OURS = ctypes.create_string_buffer(b"a secret")
KEY = 0x6E61626C ^ os.getpid()  # of memory that this test shares


@pytest.fixture(scope="module", autouse=True)
def shared_memory():
    """Memory that any user of this machine may find by its key."""
    number = kernel.syscall(29, KEY, 4096, 0o1666)
    assert number >= 0
    yield
    kernel.syscall(31, number, 0, None)


# What each attack is stopped by, each ring by itself; and the attack.
ATTACKS = {
    "09 closing the folder of all": (("mountns", "seccomp", "uid"), "chmod", "..", 0o711),
    "22 reading the salt": (("landlock", "mountns"), "read", SECRET),
    "22 listing the course": (("landlock", "mountns"), "listing", str(ROOT / "solutions")),
    "23 asking whether a file exists": (("mountns",), "look", SECRET),
    "24 the environment of the judge": (
        ("landlock", "mountns", "uid"),
        "read",
        f"/proc/{os.getpid()}/environ",
    ),
    "24 the memory of the judge": (
        ("capabilities", "landlock", "pidns", "seccomp", "uid"),
        *("peek", os.getpid(), ctypes.addressof(OURS)),
    ),
    "29 a network to send to": (("netns", "seccomp"), "send"),
    "29 a socket of any kind": (("seccomp",), "open_socket"),
    "29 a ring of requests": (("seccomp",), "io_uring"),
    "30 the key ring": (("seccomp",), "call", 250, 0, -3, 0),
    "30 memory shared by key": (("ipcns", "seccomp"), "found_memory", KEY),
    "30 memory shared by name": (("landlock", "mountns"), "share"),
    "31 the source of the judge": (
        ("landlock", "mountns"),
        *("read", str(ROOT / "grader" / "judge" / "judge.py")),
    ),
    "32 a process": (("seccomp",), "fork_and_wait"),
    "33 two hundred threads": (("uid", "rlimits"), "many_threads"),
    "38 two gigabytes": (("rlimits",), "two_gigabytes"),
    "39 two gigabytes by small pieces": (("rlimits",), "small_pieces"),
    "40 a disk full of files of a megabyte": (("mountns",), "fill"),
    "41 a thousand files": (("mountns",), "many_files"),
    "42 a thousand open files": (("rlimits",), "many_open"),
    "65 a file beside the scratch": (("landlock", "mountns", "uid"), "write", "../left"),
    "66 a file of Python's": (("landlock", "mountns", "uid"), "open", os.__file__, os.O_WRONLY),
    "68 tracing the judge": (
        ("capabilities", "landlock", "pidns", "seccomp", "uid"),
        *("trace", os.getpid()),
    ),
    "69 a signal to the judge": (("pidns", "seccomp", "uid"), "signal", os.getpid()),
    "70 a program": (("seccomp",), "run_true"),
    "70 another root": (("capabilities", "seccomp", "uid"), "chroot", "."),
    "71 a namespace": (("seccomp",), "unshare"),
    "72 memory without a file": (("seccomp",), "memfd_create", "x"),
    "73 calls by the numbers of 32 bits": (("seccomp",), "numbers_of_32_bits"),
    "75 a higher limit": (("seccomp",), "raise_limit"),
    "76 a link to what is ours": (("seccomp",), "symlink", SECRET, "link"),
}
# They need powers that some never had: root's own, or to make namespaces.
NEEDS_ROOT = (
    *("24 the environment of the judge", "24 the memory of the judge", "66 a file of Python's"),
    *("68 tracing the judge", "69 a signal to the judge", "70 another root"),
)
NEEDS_FREEDOM = (
    *("24 the environment of the judge", "24 the memory of the judge", "68 tracing the judge"),
    "71 a namespace",
)


def is_possible(mode, what):
    """Whether the attack gets through in this mode where no ring stops it."""
    contained = "container" in mode.name
    return not (what in NEEDS_ROOT and not mode.is_root) and not (
        what in NEEDS_FREEDOM and contained
    )


@pytest.mark.parametrize("what", ATTACKS)
def test_an_attack_is_denied_exactly_if_a_ring_that_stops_it_holds(ask, mode, what):
    stops, *attack = ATTACKS[what]
    answer = ask("attempt", *attack)
    if set(stops) & mode.rings or not is_possible(mode, what):
        assert_denied(answer)
    else:
        assert isinstance(answer, Value)


@pytest.mark.parametrize(
    ("mode", "what"),
    [(mode, what) for mode in MODES for what in ATTACKS if is_possible(mode, what)],
    ids=str,
)
def test_an_attack_gets_through_without_its_rings(only, mode, what):
    assert isinstance(only(mode, (), "attempt", *ATTACKS[what][1:]), Value)


@pytest.mark.parametrize(
    ("mode", "what", "ring"),
    [
        (mode, what, ring)
        for mode in MODES
        for what, (stops, *_) in ATTACKS.items()
        for ring in stops
        if ring in mode.rings
    ],
    ids=str,
)
def test_each_ring_stops_an_attack_by_itself(only, mode, what, ring):
    around = ("userns",) if {"userns", ring} <= mode.rings & {"userns", *NAMESPACES} else ()
    assert_denied(only(mode, (*around, ring), "attempt", *ATTACKS[what][1:]))


def test_python_and_its_libraries_can_be_imported(ask):
    assert ask("imports").value == 1


def test_threads_may_be_started(ask):
    assert ask("threads").value == 4


def test_the_grader_itself_cannot_be_read(ask):
    assert_denied(ask("read", str(ROOT / "grader" / "judge" / "judge.py")))


def test_every_mode_has_what_its_machine_allows(surrounded, mode):
    assert set(surrounded.rings) - {"cgroup"} == mode.rings | set(BARE)
