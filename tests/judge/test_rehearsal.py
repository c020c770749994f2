"""A file of ours that answers as the reference passes, and only then without being run."""

from __future__ import annotations

import pytest

from grader.judge.judge import Judge

TESTS = """
import numpy as np
from grader.judge.expect import *

def test_values(student, rng):
    x = rng.normal(size=3)
    expect_close(student.f(x), 2 * x)

def test_sign_of_zero(student):
    expect(not np.signbit(student.f(np.zeros(1))[0]), "It must be 0.0.")

def test_unchanged(student, rng):
    x = rng.normal(size=3)
    expect_close(expect_unchanged(student.f, x), 2 * x)

def test_loop(student, rng):
    x = rng.normal(size=64)
    expect_close(expect_vectorised(student.f, (x[:8],), (x,)), 2 * x)

def test_refused(student):
    with expect_raises(ValueError):
        student.f(None)
"""
RIGHT = """
def f(x):
    if x is None:
        raise ValueError("nothing")
    return 2.0 * x
"""
OTHERS = {
    "the_same": (RIGHT, set()),
    "other_algebra": (RIGHT.replace("2.0 * x", "x / 3 * 6"), set()),
    "twice": (RIGHT.replace("2.0 * x", "3.0 * x"), {"examples", "values", "unchanged", "loop"}),
    "minus_zero": (RIGHT.replace("2.0 * x", "-(0.0 - 2.0 * x)"), {"sign_of_zero"}),
    "in_place": (RIGHT.replace("return 2.0 * x", "x *= 2.0\n    return x"), {"unchanged"}),
    "by_hand": (
        RIGHT.replace(
            "return 2.0 * x", "y = 2.0 * x\n    for i in x:\n        y = y\n    return y"
        ),
        {"loop"},
    ),
    "takes_none": (RIGHT.replace("ValueError", "TypeError"), {"refused"}),
    "no_such_name": ("g = 1\n", {"values", "sign_of_zero", "unchanged", "loop", "examples"}),
}


@pytest.fixture(scope="module")
def judge(make_bank):
    with Judge(make_bank(RIGHT, TESTS, example=("[1.0]", "[2.0]")), ["odd"]) as judge:
        yield judge


@pytest.fixture
def ran(judge, monkeypatch):
    """The checks that are run from now on."""
    ran, run = [], judge._session.run

    def noted(check, trial):
        ran.append(check.id)
        return run(check, trial)

    monkeypatch.setattr(judge._session, "run", noted)
    return ran


@pytest.mark.parametrize("name", OTHERS)
def test_a_file_fails_what_it_fails_in_the_sandbox(judge, submit, tmp_path, name):
    text, failing = OTHERS[name]
    path = tmp_path / "other.py"
    path.write_text(text)
    report = judge.grade(submit(text), ["odd"], explain=False)
    graded = {check.id for check in report.problems[0].checks if check.status != "passed"}
    rehearsed = judge.rehearse("odd")
    assert judge.failed_by(path, "odd", "", rehearsed) == graded
    assert failing <= graded


def test_checks_of_which_every_answer_is_the_references_are_not_run(judge, ran, tmp_path):
    rehearsed = judge.rehearse("odd")
    path = tmp_path / "other.py"
    for name, (text, failing) in OTHERS.items():
        if name not in ("the_same", "minus_zero", "in_place", "by_hand"):
            continue
        ran.clear()
        path.write_text(text)
        judge.failed_by(path, "odd", "", rehearsed)
        assert set(ran) == failing, name


def test_a_rehearsal_is_remembered_for_its_draws(judge, ran):
    judge.reseed(b"first")
    first = judge.rehearse("odd")
    ran.clear()
    judge.reseed(b"second")
    assert judge.rehearse("odd") is not first
    judge.reseed(b"first")
    assert judge.rehearse("odd") is first
    assert len(ran) == len(first)
