"""B, C, E and F. Rarer ways out of the sandbox, many in one submission: whatever rings a mode has,
none of them may get through. Each would do no harm if it did. All calls of the kernel are tried one
by one in tests/sandbox/test_seccomp.py."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from grader.model import Chunk, Limits, SourceFile
from grader.sandbox.answers import Failure, Value
from grader.sandbox.cell import Cell
from grader.sandbox.host import Zygote

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
from modes import IS_ROOT, OPEN  # tests are no package

LIMITS = Limits(call_seconds=1.0, problem_seconds=9.0, memory="1 GiB")
HEAD = f"""
import ctypes, fcntl, os, resource, socket, struct, sys, time
from pathlib import Path
import numpy as np
TRUE = Path("/usr/bin/true")
libc = ctypes.CDLL(None, use_errno=True)
JUDGE, PARENT = {os.getpid()}, os.getppid() or 1
def call(number, *arguments):
    wide = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    result = libc.syscall(ctypes.c_long(number), *wide)
    if result < 0:
        raise OSError(ctypes.get_errno(), "refused")
    return result
def line():
    frame = sys._getframe()
    while not {{"number", "operation", "self"}} <= set(frame.f_locals):
        frame = frame.f_back
    return frame.f_locals["self"]._line._sock
"""
WAYS = {
    "09 the folder of all, closed": "os.chmod('..', 0o711)",
    "09 the folder of all, dated": "os.utime('..')",
    "09 the scratch in another place": "os.rename(os.getcwd(), '../moved')",
    "09 a file of ours on the line": "socket.send_fds(line(), [b'x'], [0])",
    "24 its own memory as a file": "os.open('/proc/self/mem', os.O_RDWR)",
    "24 its own open files": "os.listdir('/proc/self/fd')",
    "24 the map of the judge's memory": "open(f'/proc/{JUDGE}/maps').read()",
    "24 the place of the judge": "os.readlink(f'/proc/{JUDGE}/cwd')",
    "24 the root of the judge": "os.listdir(f'/proc/{JUDGE}/root/')",
    "24 a process by a file": "call(434, JUDGE, 0)",
    "24 a file of the parent's": "call(438, call(434, PARENT, 0), 0, 0)",
    "29 a pair of sockets": "socket.socketpair()",
    "29 the line bound to a name": "line().bind('')",
    "30 queues by name": "call(240, b'nabla', 0o102, 0o600, 0)",
    "30 semaphores": "call(64, 1, 1, 0o1600)",
    "30 messages of System V": "call(68, 1, 0o1600)",
    "32 a process": "os.fork() or os._exit(0)",
    "32 a program": "os.posix_spawn('/usr/bin/true', ['true'], {})",
    "34 a clock of its own": "call(283, 0, 0)",
    "34 another time of day": "time.clock_settime(time.CLOCK_REALTIME, time.time())",
    "34 a clock of the kernel's": "call(222, 1, None, ctypes.byref(ctypes.c_int()))",
    "35 signals as a file": "call(289, -1, struct.pack('Q', 2**63), 8, 0)",
    "35 an end that does not come": "libc.prctl(1, 0) and call(9999)",
    "35 a frozen group": "freeze()",
    "36 more of the processor": "os.sched_setaffinity(0, {0})",
    "36 a place in front": "os.setpriority(os.PRIO_PROCESS, 0, -20)",
    "36 real time": "os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))",
    "38 memory that stays": "call(151, 3)",
    "40 a pipe in the scratch": "os.mkfifo('pipe')",
    "40 a device in the scratch": "os.mknod('device', 0o60600, 1)",
    "40 a second name for a file": "open('one', 'w').close(); os.link('one', 'two')",
    "40 a file of 64 MB": "open('large', 'wb').truncate(2**26)",
    "65 a file beside the scratch": "open('../left', 'w')",
    "66 a file of Python's": "os.open(os.__file__, os.O_WRONLY)",
    "66 a file of Python's, cut": "os.truncate(os.__file__, os.stat(os.__file__).st_size)",
    "66 the mode of a file of numpy's": "os.chmod(np.__file__, os.stat(np.__file__).st_mode)",
    "68 to be traced": "call(101, 0, 0, 0, 0)",
    "68 which of our files are one": "call(312, JUDGE, PARENT, 0, 1, 1)",
    "69 the group of another": "os.killpg(os.getpgid(PARENT), 0)",
    "69 a signal with a value": "call(129, PARENT, 0, struct.pack('iii116x', 0, 0, -1))",
    "70 a program from memory": "fd = call(319, b'x', 0); os.write(fd, TRUE.read_bytes()); "
    "call(322, fd, b'', None, None, 0x1000)",
    "70 a shell by way of numpy": "np.ctypeslib.ctypes.CDLL(None).system(b'exit 7') == 7 * 256"
    " or call(9999)",
    "70 another self": "call(135, 0xffffffff) == 0 and call(135, 8)",
    "71 the parent's namespace": "call(308, call(434, PARENT, 0), 0x20000000)",
    "71 a tree of files": "call(428, -100, b'/', 0)",
    "71 another host name": "call(170, os.uname().nodename.encode(), len(os.uname().nodename))",
    "72 a ring of requests": "call(425, 4, ctypes.create_string_buffer(256))",
    "72 news of all files": "call(300, 0, 0)",
    "72 news of one file": "call(294, 0)",
    "72 another filter": "call(317, 2, 0, struct.pack('I', 0x7fff0000))",
    "72 a file by its number": "call(303, -100, b'.', struct.pack('Ii128x', 128, 0), bytes(4), 0)",
    "72 the kernel's log": "call(103, 10, None, 0)",
    "74 a terminal": "os.openpty()",
    "75 limits of the parent": "resource.prlimit(PARENT, resource.RLIMIT_CORE, (0, 0))",
    "75 limits of the judge": "resource.prlimit(JUDGE, resource.RLIMIT_NOFILE)",
    "76 a lease on a file": "fcntl.fcntl(os.open('mine', os.O_CREAT), 1024, 0)",
}
FREEZE = """
def freeze():
    places = ("freezer/freezer.state", "freezer/cgroup.procs", "cgroup.freeze", "cgroup.procs")
    for place in places:
        try:
            return open("/sys/fs/cgroup/" + place, "a")
        except OSError as error:
            last = error
    raise last
def attempt(way):
    exec(way, globals())
    return 1
"""
# A submission for each letter of the catalogue: one for each number would take a minute.
LETTERS = [
    *(("09",), ("24", "29", "30"), ("32", "34", "35", "36", "38", "40"), ("65", "66")),
    ("68", "69", "70", "71", "72", "74", "75", "76"),
]
EACH_LETTER = pytest.mark.parametrize(
    "numbers", LETTERS, ids=lambda numbers: " ".join([*numbers, "rarer ways"])
)
BARE = ("session", "environment", "no_new_privs")


def ways(numbers):
    return {what: way for what, way in WAYS.items() if what.startswith(numbers)}


def test_every_way_belongs_to_a_letter():
    assert set().union(*map(ways, LETTERS)) == set(WAYS)


@EACH_LETTER
def test_no_rarer_way_leads_out(attack, numbers):
    report = attack(
        f"""{HEAD}{FREEZE}
def softmax(Z, axis=-1):
    through = []
    for name, way in {ways(numbers)!r}.items():
        try:
            attempt(way)
        except (OSError, ValueError) as error:
            continue
        through.append(name)
    raise LookupError(", ".join(through) or "none")
""",
        explain=False,
    )
    assert report.score == 0
    message = report.problems[0].checks[0].message
    assert message.startswith("Your code raised LookupError: none at line"), message


@pytest.fixture(scope="module")
def open_door():
    """A zygote without a ring that stops anything."""
    zygote = Zygote(BARE, prefix=OPEN)
    yield zygote
    zygote.close()


# Not an error of ours, but what becomes of a process that has done it.
ENDS = ("70 a program from memory", "09 a file of ours on the line")


@pytest.mark.skipif(not IS_ROOT, reason="only root has every power to give up")
@EACH_LETTER
def test_each_rarer_way_gets_through_without_its_rings(open_door, numbers):
    for what, way in ways(numbers).items():
        cell = Cell(open_door, [SourceFile("work.py", (Chunk(HEAD + FREEZE),))], {}, LIMITS)
        (answer,) = cell.run(0, "attempt", [((way,), {})])
        cell.close()
        if what in ENDS:
            assert isinstance(answer, Failure) and answer.kind in ("crashed", "timeout"), what
        else:
            assert answer == Value(1), (what, answer)


DEEP = "for _ in range(1500):\n        os.mkdir('d'); os.chdir('d')"
SCRATCHES = {
    "41 folders in folders": DEEP,
    "41 folders that nobody may open": "os.umask(0o777); os.makedirs('a'); os.mkdir('b')",
    "41 names that are no text": "[open(b'\\xff' + bytes([n]) * 99, 'w').close() for n in "
    "range(1, 60) if n not in (46, 47)]",
    "41 the longest names": "[open(chr(n) * 255, 'w').close() for n in range(97, 123)]",
    "65 a scratch that is gone": "os.rmdir(os.getcwd())",
    "65 files that are open at the end": "kept.extend(open(str(n), 'w') for n in range(30))",
}


@pytest.mark.parametrize("what", SCRATCHES)
def test_nothing_that_is_made_in_the_scratch_stays(arena, attack, what):
    before = sorted(Path(arena.judge._nursery._scratch.name).iterdir())
    report = attack(
        f"import os\nimport numpy as np\nkept, made = [], []\n"
        f"def softmax(Z, axis=-1):\n"
        f"    try: made or made.append(1) or make()\n    except OSError: pass\n"
        f"    return np.zeros(Z.shape)\ndef make():\n    {SCRATCHES[what]}\n",
        explain=False,
    )
    assert report.score == 0
    assert sorted(Path(arena.judge._nursery._scratch.name).iterdir()) == before
