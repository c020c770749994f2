"""B and F. What a submission reaches for beside its own line, as the judge sees it: items 22 to 31,
59, 68 to 76. Ring by ring they are in tests/sandbox/test_walls.py; here none of them earns a point,
shows a number, or costs the neighbour anything."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAD = """
import ctypes, os, signal, socket, struct, subprocess, sys
import numpy as np
libc = ctypes.CDLL(None, use_errno=True)
def call(number, *arguments):
    if libc.syscall(ctypes.c_long(number), *map(ctypes.c_long, arguments)) < 0:
        raise OSError(ctypes.get_errno(), "refused")
"""
REACHES = {
    "22 the solution": f"open({str(ROOT / 'solutions/stability/softmax/solution.py')!r}).read()",
    "22 the salt": f"open({str(ROOT / 'solutions/salt')!r}).read()",
    "24 the environment of the judge": f"open('/proc/{os.getpid()}/environ', 'rb').read()",
    "24 the memory of the judge": f"open('/proc/{os.getpid()}/mem', 'rb').read(1)",
    "24 the files of the judge": f"os.listdir('/proc/{os.getpid()}/fd')",
    "29 a name server": "socket.getaddrinfo('example.org', 80)",
    "29 a connection": "socket.create_connection(('127.0.0.1', 22), 1)",
    "29 an abstract socket": "socket.socket(socket.AF_UNIX).connect('\\0x')",
    "29 a virtual machine's socket": "socket.socket(40, socket.SOCK_STREAM)",
    "29 io_uring": "call(425, 4, 0)",
    "30 shared memory by name": "open('/dev/shm/x', 'w')",
    "30 System V memory": "call(29, 1, 1, 0o1600)",
    "30 the key ring": "call(248, 0, 0, 0, 0, 0)",
    "31 the judge's source": f"open({str(ROOT / 'grader/judge/judge.py')!r}).read()",
    "68 tracing the parent": "call(101, 16, os.getppid() or 1, 0, 0)",
    "68 another's memory": f"call(310, {os.getpid()}, 0, 0, 0, 0, 0)",
    "69 killing the parent": "os.kill(os.getppid() or 1, 9)",
    "69 killing everybody": "os.kill(-1, 9)",
    "70 a program": "subprocess.run(['true'], check=True)",
    "70 another user": "os.setuid(0)",
    "70 another root": "os.chroot('.')",
    "71 a mount": "call(165, 0, 0, 0, 0, 0)",
    "71 a namespace": "call(272, 0x10000000)",
    "72 bpf": "call(321, 0, 0, 0)",
    "72 userfaultfd": "call(323, 0)",
    "72 performance counters": "call(298, 0, 0, -1, -1, 0)",
    "72 a file in memory": "os.memfd_create('x')",
    "74 typing into the terminal": "__import__('fcntl').ioctl(0, 0x5412, b'x')",
    "75 a higher limit": "__import__('resource').setrlimit(4, (2**30, 2**30))",
    "76 a link to what is ours": f"os.symlink({str(ROOT / 'solutions')!r}, 'link')",
}


@pytest.mark.parametrize("what", REACHES)
def test_reaching_out_is_denied_and_earns_nothing(attack, told, what):
    report = attack(
        f"""{HEAD}
def softmax(Z, axis=-1):
    {REACHES[what]}
    return np.exp(Z) * 0 + 0.123456789
""",
        explain=False,
    )
    assert report.score == 0
    hidden = [c for c in report.problems[0].checks if c.visibility == "hidden"]
    assert {check.status for check in hidden} <= {"raised", "crashed"}
    assert "0.123456789" not in told(report)


def test_73_calls_by_the_numbers_of_x32_end_the_process(attack):
    report = attack(f"{HEAD}\ndef softmax(Z, axis=-1):\n    call(0x40000000 + 39)\n    return Z\n")
    assert report.score == 0
    assert {check.status for check in report.problems[0].checks} == {"crashed"}


def test_59_a_library_out_of_memory_is_no_answer(attack):
    report = attack(
        """
        import numpy as np
        kept = []
        def softmax(Z, axis=-1):
            try:
                while True: kept.append(np.ones(2**20))
            except MemoryError:
                pass
            A = np.ones((200, 200))
            return np.linalg.svd(A @ A)[0]
        """,
        explain=False,
    )
    assert report.score == 0
    assert {c.status for c in report.problems[0].checks} <= {
        "memory",
        "failed",
        "crashed",
        "timeout",
    }


def test_23_and_40_to_42_the_scratch_is_small_and_nothing_else_is_there(attack, arena):
    report = attack(
        """
        import os
        import numpy as np
        def tries(action):
            try: action()
            except OSError as error: return error.errno
        def fill():
            for n in range(40):
                with open(str(n), "wb") as file: file.write(bytes(2**20))
        def many():
            for n in range(2000): open(f"f{n}", "w").close()
        def softmax(Z, axis=-1):
            fill_errno, many_errno = tries(fill), tries(many)
            for name in os.listdir("."): os.unlink(name)
            if fill_errno and many_errno: raise LookupError
            raise KeyError
        """,
        explain=False,
    )
    assert report.score == 0
    seen = {c.message.split("`")[1] for c in report.problems[0].checks if "`" in c.message}
    small = "mountns" in report.sandbox.rings
    assert any("LookupError" in c.message for c in report.problems[0].checks) == small, seen
