"""Attacks are graded by the real judge, and after each an honest neighbour in the same judge."""

from __future__ import annotations

import io
import json
import sys
import textwrap
from pathlib import Path

import msgspec
import pytest
from rich.console import Console

from grader.bank.load import load_bank
from grader.intake.submission import read_submission
from grader.judge.judge import Judge
from grader.report.html import page
from grader.report.terminal import show_report
from grader.sandbox.host import Zygote

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests" / "support"))
from modes import MODES  # noqa: E402 # tests are no package
from processes import descendants  # noqa: E402

PROBLEMS = ("softmax", "mse_gradient", "dot_by_hand", "numerical_gradient")

# What an attacker inside the child begins with: the frames below the student's own hold the line.
INSIDE = """
import os, sys, time
import numpy as np
from grader.sandbox import wire

def boss():
    frame = sys._getframe()
    while not {"number", "operation", "self"} <= set(frame.f_locals):
        frame = frame.f_back
    return frame.f_locals

def fd():
    return boss()["self"]._line._sock.fileno()

def raw(data):
    view = memoryview(data)
    while view:
        try:
            view = view[os.write(fd(), view):]
        except BlockingIOError:
            time.sleep(0.001)

def forge(*answers, number=None):
    number = boss()["number"] if number is None else number
    raw(wire.Encoder().frame(number, list(answers)))
    dropped[0] = True

# The answer that the child gives by itself after a forged one stays away.
dropped = [False]
line = boss()["self"]._line
def send(*args, to=line.send, **kwargs):
    if dropped[0]:
        dropped[0] = False
    else:
        to(*args, **kwargs)
line.send = send

def right(Z, axis=-1):
    E = np.exp(Z - Z.max(axis=axis, keepdims=True))
    return E / E.sum(axis=axis, keepdims=True)
"""
HONEST = """
import numpy as np

def softmax(Z, axis=-1):
    E = np.exp(Z - Z.max(axis=axis, keepdims=True))
    return E / E.sum(axis=axis, keepdims=True)

def mse_and_grads(X, y, w, b):
    if y.shape != (len(X),):
        raise ValueError("y")
    r = X @ w + b - y
    return np.mean(r**2), 2 * X.T @ r / len(X), 2 * np.mean(r)
"""


def without_seconds(report):
    """The bytes of a report that must be the same in every run."""
    return msgspec.structs.replace(report, seconds=0.0).to_json()


def everything(report):
    """All that anybody could be shown of a report."""
    sink = io.StringIO()
    show_report(report, Console(file=sink, width=300))
    return "\n".join([report.to_json().decode(), page(report), sink.getvalue()])


class Arena:
    """One judge; `attack` grades a hostile source and then an honest one."""

    def __init__(self, judge, folder):
        self.judge = judge
        self._folder = folder
        self._count = 0
        self._honest = self.submission(HONEST, name="honest.py")
        self._before = without_seconds(self.grade_honest())

    def submission(self, source, *, name="work.py"):
        """A source, or a folder of files by name (bytes, text or notebook cells)."""
        self._count += 1
        top = self._folder / str(self._count)
        files = source if isinstance(source, dict) else {name: source}
        for path, content in files.items():
            place = top / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(as_bytes(path, content))
        return read_submission(top if isinstance(source, dict) else top / name, "eve")

    def processes(self):
        """What runs below the judge's zygote."""
        return descendants(self.judge._nursery)

    def grade_honest(self):
        return self.judge.grade(self._honest, ["softmax", "mse_gradient"])

    def attack(self, source, problem="softmax", *, explain=True):
        """The report on the attacked problem; the neighbour has lost nothing by it."""
        report = self.judge.grade(self.submission(source), [problem], explain=explain)
        self.assert_neighbour_unharmed()
        assert not report.provisional, report.problems
        return report

    def assert_neighbour_unharmed(self):
        after = self.grade_honest()
        assert after.score == after.max_score
        assert without_seconds(after) == self._before


def as_bytes(path, content):
    if isinstance(content, bytes):
        return content
    if path.endswith(".ipynb") and isinstance(content, list):
        cells = [
            {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None}
            | {"source": textwrap.dedent(cell)}
            for cell in content
        ]
        notebook = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 4}
        return json.dumps(notebook).encode()
    return textwrap.dedent(content).encode()


@pytest.fixture(scope="session")
def course():
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("GRADER_SOLUTIONS", raising=False)
        patch.delenv("GRADER_SALT", raising=False)
        bank = load_bank(ROOT)
    limits = msgspec.structs.replace(
        bank.course.limits, call_seconds=0.6, problem_seconds=1.2, memory="512 MiB"
    )
    return msgspec.structs.replace(bank, course=msgspec.structs.replace(bank.course, limits=limits))


@pytest.fixture(scope="session", params=MODES, ids=str)
def mode(request):
    """Whose powers the zygote has: see tests/support."""
    return request.param


@pytest.fixture(scope="session")
def arena(course, mode, tmp_path_factory):
    with Judge(course, PROBLEMS, unsafe=True, nursery=Zygote(prefix=mode.prefix)) as judge:
        yield Arena(judge, tmp_path_factory.mktemp("arena"))


@pytest.fixture
def arena_of(tmp_path):
    """Makes the arena of another judge."""
    return lambda judge: Arena(judge, tmp_path)


@pytest.fixture
def attack(arena):
    return arena.attack


@pytest.fixture
def inside():
    """The first lines of an attack that knows the code it runs in."""
    return INSIDE


@pytest.fixture
def told():
    """All that anybody could be shown of a report: JSON, page and terminal."""
    return everything
