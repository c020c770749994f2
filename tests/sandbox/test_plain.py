"""Where there is no sandbox: a student's own machine, public checks only, and a word about it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

import pytest

from grader.bank.load import load_bank
from grader.errors import SandboxError
from grader.judge.judge import Judge
from grader.model import Chunk, Limits, SourceFile
from grader.sandbox.answers import Value
from grader.sandbox.cell import Cell
from grader.sandbox.plain import PlainProcesses

ROOT = Path(__file__).parents[2]
LIMITS = Limits(call_seconds=0.5, problem_seconds=20.0, memory="1 GiB")
SOURCE = """
import os, sys, time
kept = []
def f(x):
    kept.append(x)
    return len(kept)
def loop():
    while True: pass
def leave(): os._exit(3)
def here(): return os.getcwd()
def chatter():
    print("x" * 100_000)
    return input()
"""


@pytest.fixture
def cell():
    children = PlainProcesses()
    one = Cell(children, [SourceFile("work.py", (Chunk(SOURCE),))], {}, LIMITS)
    yield one
    one.close()
    children.close()


def ask(cell, name, *args):
    (answer,) = cell.run(0, name, [(args, {})])
    return answer


def test_calls_are_answered_and_state_lives_from_call_to_call(cell):
    assert [ask(cell, "f", 1), ask(cell, "f", 2)] == [Value(1), Value(2)]


def test_a_call_that_never_ends_is_ended_and_the_next_is_answered(cell):
    assert ask(cell, "loop").kind == "timeout"
    assert ask(cell, "f", 1) == Value(1)


def test_a_call_that_ends_the_process_is_a_crash(cell):
    assert ask(cell, "leave").kind == "crashed"
    assert ask(cell, "f", 1) == Value(1)


def test_printing_costs_nothing_and_there_is_nothing_to_read(cell):
    assert ask(cell, "chatter").classes[0] == "EOFError"


def test_the_folder_it_works_in_is_gone_afterwards(cell):
    folder = Path(ask(cell, "here").value)
    assert folder.parent == Path(tempfile.gettempdir())
    cell.close()
    assert not folder.exists()


def test_hidden_checks_are_refused_and_may_be_run_all_the_same():
    bank = load_bank(ROOT)
    with pytest.raises(SandboxError, match="lacks uid or userns and seccomp and landlock"):
        Judge(bank, ["softmax"], nursery=PlainProcesses()).__enter__()
    with Judge(bank, ["softmax"], nursery=PlainProcesses(), unsafe=True):
        pass


# What Windows has not, and macOS has only in part.
ELSEWHERE = """
import os, platform, select, signal, socket, sys
for name in ("resource", "fcntl"):
    sys.modules[name] = None
for module, names in (
    (os, ("fork", "setsid", "sched_getaffinity")),
    (select, ("poll",)),
    (signal, ("SIGXCPU",)),
    (socket, ("SOCK_SEQPACKET", "AF_UNIX", "send_fds")),
):
    for name in names:
        delattr(module, name)
platform.system = lambda: "Windows"
sys.argv = ["grader", "check", sys.argv[1]]
from grader.cli.main import main
main()
"""
WORK = """
import numpy as np
def softmax(Z, axis=-1):
    E = np.exp(Z - np.max(Z, axis=axis, keepdims=True))
    return E / E.sum(axis=axis, keepdims=True)
"""


@pytest.mark.parametrize(("work", "code"), [(WORK, 0), (WORK.replace("E /", "2 * E /"), 1)])
def test_a_student_elsewhere_checks_their_work_and_reads_that_there_is_no_sandbox(
    tmp_path, work, code
):
    file = tmp_path / "work.py"
    file.write_text(textwrap.dedent(work))
    done = subprocess.run(
        [sys.executable, "-c", ELSEWHERE, str(file)],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "100"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == code, done.stderr
    assert "softmax" in done.stdout
    assert done.stderr == "Your code ran without a sandbox, which only Linux has.\n"
