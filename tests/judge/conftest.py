"""The five problems, a judge that lasts for the whole run, and banks made on the spot."""

from __future__ import annotations

import json
import textwrap
from pathlib import Path

import msgspec
import pytest

from grader.author.draws import as_submission
from grader.bank.load import load_bank
from grader.bank.variants import NOBODY, text_of
from grader.intake import submission as intake
from grader.judge.judge import Judge

ROOT = Path(__file__).parents[2]
BASE = ROOT / "tests" / "bank" / "base"


@pytest.fixture(autouse=True, scope="session")
def _own_solutions():
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("GRADER_SOLUTIONS", raising=False)
        patch.delenv("GRADER_SALT", raising=False)
        yield


@pytest.fixture(scope="session")
def course(_own_solutions):
    """The course of this repository."""
    return load_bank(ROOT)


@pytest.fixture(scope="session")
def judge(course):
    """A judge of the five problems, as one worker of a batch keeps it."""
    with Judge(course, list(course.problems)) as judge:
        yield judge


@pytest.fixture(scope="session")
def tiny():
    """A judge of the tiny bank, with little time for each call."""
    bank = with_limits(load_bank(BASE), call_seconds=0.5, problem_seconds=1.5)
    with Judge(bank, list(bank.problems)) as judge:
        yield judge


def with_limits(bank, **limits):
    """The bank with other limits."""
    limited = msgspec.structs.replace(bank.course.limits, **limits)
    return msgspec.structs.replace(
        bank, course=msgspec.structs.replace(bank.course, limits=limited)
    )


@pytest.fixture
def submit(tmp_path):
    """Files by name, or one source, as a submission."""

    def submit(source, *, name="work.py", student="ada", submitted=None):
        if isinstance(source, dict):
            for path, text in source.items():
                place = tmp_path / student / path
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_text(as_text(path, text))
            return intake.read_submission(tmp_path / student, student, submitted)
        place = tmp_path / name
        place.write_text(as_text(name, source))
        return intake.read_submission(place, student, submitted)

    return submit


def as_text(name, source):
    """Source as it stands in the file: a notebook's is a list of cells."""
    if name.endswith(".ipynb"):
        cells = [
            {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None}
            | {"source": textwrap.dedent(cell), "id": f"cell{number}"}
            for number, cell in enumerate(source)
        ]
        return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
    return textwrap.dedent(source)


@pytest.fixture
def grade(judge, submit):
    """The report on a source, on one problem of the five."""

    def grade(source, *problems, explain=True, **kwargs):
        return judge.grade(submit(source, **kwargs), list(problems), explain=explain)

    return grade


@pytest.fixture(scope="session")
def grade_ours(judge, course):
    """The report on a file of ours, with the values of no student in particular."""

    def grade_ours(path, problem):
        text = text_of(course.problem(problem), path)
        return judge.grade(as_submission(text, path), [problem], values_of=NOBODY)

    return grade_ours


@pytest.fixture(scope="session")
def make_bank(tmp_path_factory):
    """A course of one problem `odd` with one function `f(x)`, checked as `tests` says.

    `tests` is the hidden pytest file; every function `test_...` in it is a check of one point.
    """

    def make_bank(solution, tests, *, example=("[1, 2]", "[1, 2]"), public="", **limits):
        root = tmp_path_factory.mktemp("bank")
        given, gives = example
        names = checks_of(tests)
        write(root / "course.yaml", "title: Odd\nunits: [u]\n")
        write(root / "solutions/salt", "salt of a test")
        write(
            root / "exercises/u/odd/problem.yaml",
            "title: Odd\nlevel: 1\nobjectives: [nothing]\n"
            'write:\n  f: {takes: {x: "float array (n,)"}, gives: "float array (n,)"}\n'
            f"examples:\n  - {{call: f, given: {{x: {given}}}, gives: {gives}}}\n"
            "checks:\n  examples: {points: 1}\n"
            + "".join(f"  {name}: {{points: 1, title: {name}}}\n" for name in checks_of(public)),
        )
        write(root / "exercises/u/odd/statement.md", "# Odd\n\nReturn $x$.\n")
        write(root / "exercises/u/odd/starter.py", "def f(x):\n    raise NotImplementedError\n")
        if public:
            write(root / "exercises/u/odd/test_odd.py", textwrap.dedent(public))
        write(root / "solutions/u/odd/solution.py", textwrap.dedent(solution))
        write(root / "solutions/u/odd/test_odd.py", textwrap.dedent(tests))
        write(
            root / "solutions/u/odd/key.yaml",
            "checks:\n" + "".join(f"  {name}: {{points: 1, title: {name}}}\n" for name in names),
        )
        bank = load_bank(root)
        return with_limits(bank, **limits) if limits else bank

    return make_bank


def checks_of(tests):
    """The ids of the checks in a pytest file."""
    lines = textwrap.dedent(tests).splitlines()
    return [line[9 : line.index("(")] for line in lines if line.startswith("def test_")]


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
