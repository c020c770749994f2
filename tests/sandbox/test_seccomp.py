"""The filter's numbers against libseccomp's, and what it lets an honest program do."""

from __future__ import annotations

import ctypes
import ctypes.util
import errno
import subprocess
import sys
import textwrap

import pytest

from grader.sandbox import seccomp

pytestmark = pytest.mark.skipif(
    not seccomp.supported(), reason="this kernel filters no system calls"
)
NUMBERS = {
    **seccomp.ALLOWED,
    **seccomp.TO_ITSELF,
    **{name: number for name, (number, _, _) in seccomp.ONLY_WITH.items()},
    "clone": seccomp.CLONE,
    "clone3": seccomp.CLONE3,
    "prlimit64": seccomp.PRLIMIT,
}


def test_every_number_is_the_one_libseccomp_gives():
    path = ctypes.util.find_library("seccomp")
    if path is None:
        pytest.skip("libseccomp is not installed")
    resolve = ctypes.CDLL(path).seccomp_syscall_resolve_name
    assert {name: resolve(name.encode()) for name in NUMBERS} == NUMBERS


def test_no_call_stands_in_the_list_twice():
    assert len(set(NUMBERS.values())) == len(NUMBERS)


def test_no_jump_leads_out_of_the_filter():
    code = seccomp.program(4)
    steps = [code[at : at + 8] for at in range(0, len(code), 8)]
    for at, step in enumerate(steps):
        assert at + 1 + max(step[2], step[3]) < len(steps) or step[0] == 0x06
    assert steps[-1][0] == 0x06
    assert len(steps) < 4096


def filtered(source: str) -> subprocess.CompletedProcess[str]:
    """The script, run with the filter and no other ring."""
    start = "import os\nfrom grader.sandbox import kernel, seccomp\n"
    start += "kernel.prctl(kernel.NO_NEW_PRIVS, 1)\n"
    return subprocess.run(
        [sys.executable, "-c", start + textwrap.dedent(source)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_an_honest_program_needs_nothing_more(tmp_path):
    done = filtered(f"""
        seccomp.install()
        import asyncio, concurrent.futures, decimal, json, pathlib, random, shutil, signal
        import tempfile, threading, time, numpy as np
        folder = tempfile.mkdtemp(dir={str(tmp_path)!r})
        file = pathlib.Path(folder, "a.npy")
        np.save(file, np.eye(3))
        assert np.load(file, mmap_mode="r").sum() == 3
        shutil.copyfile(file, pathlib.Path(folder, "b"))
        shutil.rmtree(folder)
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            assert sum(pool.map(abs, range(9))) == 36
        A = np.random.default_rng(0).normal(size=(200, 200))
        np.linalg.svd(A @ A), np.fft.fft(A), np.linalg.eigvals(A)
        signal.signal(signal.SIGALRM, lambda *_: None)
        signal.setitimer(signal.ITIMER_REAL, 0.01)
        time.sleep(0.02)
        os.kill(os.getpid(), 0), os.isatty(1), os.cpu_count(), os.sched_getaffinity(0)
        import resource
        resource.getrlimit(resource.RLIMIT_AS)
        print("well")
    """)
    assert (done.stdout, done.returncode) == ("well\n", 0), done.stderr


REFUSED = {
    "a process": "os.fork()",
    "a program": "os.execv('/bin/true', ['true'])",
    "a program by posix_spawn": "os.posix_spawn('/bin/true', ['true'], {})",
    "a socket": "import socket; socket.socket()",
    "a pair of sockets": "import socket; socket.socketpair()",
    "memory without a file": "os.memfd_create('x')",
    "a new limit": "import resource as r; r.prlimit(0, r.RLIMIT_CORE, (0, 0))",
    "a look at another process's limits": "import resource as r; r.prlimit(1, r.RLIMIT_CORE)",
    "a signal to the parent": "os.kill(os.getppid(), 0)",
    "a signal to all": "os.kill(-1, 0)",
    "a signal to its group": "os.kill(0, 0)",
    "signals by way of a file": "import fcntl; fcntl.fcntl(1, fcntl.F_SETOWN, os.getppid())",
    "typing into the terminal": "import fcntl, termios; fcntl.ioctl(0, termios.TIOCSTI, b'x')",
    "another root": "os.chroot('/')",
    "another user": "os.setuid(os.getuid())",
    "a namespace": "kernel.unshare(kernel.NEW_USER)",
    "a mount": "kernel.mount('none', '/', None, kernel.PRIVATE)",
    "to be dumped": "kernel.prctl(kernel.DUMPABLE, 1)",
    "a link": "os.symlink('/', '/tmp/link-of-a-test')",
    "a device": "os.mknod('/tmp/device-of-a-test', 0o20600, 261)",
    "a session": "os.setsid()",
    "another priority": "os.nice(0)",
    "tracing": "kernel.syscall(101, 0, 0, 0, 0) == 0 or _fail()",
    "io_uring": "kernel.syscall(425, 1, 0) == 0 or _fail()",
    "bpf": "kernel.syscall(321, 0, 0, 0) == 0 or _fail()",
    "a key ring": "kernel.syscall(250, 0, -3, 0) == 0 or _fail()",
    "userfaultfd": "kernel.syscall(323, 0) == 0 or _fail()",
    "performance counters": "kernel.syscall(298, 0, 0, -1, -1, 0) == 0 or _fail()",
    "a futex of 2031": "kernel.syscall(9999) == 0 or _fail()",
}
FAIL = """
def _fail():
    raise OSError(kernel.errno(), "refused")
"""


@pytest.mark.parametrize("what", REFUSED)
def test_what_no_exercise_needs_is_refused(what):
    done = filtered(f"{FAIL}\nseccomp.install()\n{REFUSED[what]}\n")
    assert f"[Errno {errno.EPERM}]" in done.stderr or "not allowed" in done.stderr, done.stderr
    assert done.returncode == 1


ALL = """
import ctypes, errno, json, sys
libc = kernel._libc
known, refused = set(json.loads(sys.argv[1])), []
seccomp.install()
for number in range(1024):
    if number not in known:
        result = libc.syscall(ctypes.c_long(number), 0, 0, 0, 0, 0, 0)
        refused.append(result == -1 and ctypes.get_errno() == errno.EPERM)
print(len(refused), all(refused))
"""


def test_every_call_that_is_not_listed_is_refused_by_its_number():
    # No filter sees uretprobe and uprobe, by which the kernel calls itself: they end a process that
    # was not sent there.
    known = sorted({*NUMBERS.values(), 335, 336})
    done = filtered(f"import sys; sys.argv[1:] = [{str(known)!r}]\n{ALL}")
    assert done.stdout == f"{1024 - len(known)} True\n", done.stderr


CHANGES = ("chmod", "fchmod", "fchmodat", "utime", "utimensat", "futimesat", "truncate", "chown")


def test_what_landlock_lets_by_is_not_listed():
    assert not set(CHANGES) & NUMBERS.keys()


def test_calls_by_the_numbers_of_another_architecture_kill():
    done = filtered("seccomp.install()\nkernel.syscall(0x40000000 + 39)\n")
    assert done.returncode == -31  # SIGSYS
