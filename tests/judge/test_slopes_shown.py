"""The numbers of a failed gradient check are shown where they cannot hold a hidden input."""

from __future__ import annotations

import msgspec
import pytest
from msgspec import UNSET

from grader.judge.judge import Judge
from grader.judge.trial import draws, fresh_draws
from grader.report.html import page

SOLUTION = """
import numpy as np
def f(x):
    return 2 * np.asarray(x, dtype=float)
"""
CHECKS = """
import numpy as np
from grader.judge.expect import expect_close, expect_gradient

FIXED = np.array([0.12345678901, -0.98765432109])

def loss(x):
    return float(x @ x)

def test_drawn(student, rng):
    x = rng.normal(size=2)
    expect_gradient(loss, x, student.f(x))

def test_kept(student, rng):
    x = rng.normal(size=2)
    expect_gradient(loss, x, student.f(x))

def test_fixed(student):
    expect_gradient(loss, FIXED, student.f(FIXED))

def test_both(student, rng):
    for x in (rng.normal(size=2), np.array([0.22222222207, 0.77777777701])):
        expect_gradient(loss, x, student.f(x))
"""
PUBLIC = """
import numpy as np
from grader.judge.expect import expect_gradient

def test_slopes(student):
    x = np.array([3.0, 4.0])
    expect_gradient(lambda x: float(x @ x), x, student.f(x))
"""
FIXED = ("12345678901", "98765432109", "1234567", "9876543", "0.123457", "0.987654")


@pytest.fixture(scope="module")
def bank(make_bank):
    bank = make_bank(SOLUTION, CHECKS, example=("[1, 2]", "[2, 4]"), public=PUBLIC)
    problem = bank.problem("odd")
    shown = {
        name: check if name == "kept" else msgspec.structs.replace(check, reveal="counterexample")
        for name, check in problem.key.checks.items()
    }
    key = msgspec.structs.replace(problem.key, checks=shown)
    return msgspec.structs.replace(
        bank, problems={"odd": msgspec.structs.replace(problem, key=key)}
    )


@pytest.fixture(scope="module")
def judged(bank):
    with Judge(bank, ["odd"]) as judge:
        yield judge


def checks(report):
    return {check.id: check for check in report.problems[0].checks}


def test_rows_of_a_hidden_check_are_measured_on_draws_of_their_own(bank, judged, submit):
    found = checks(judged.grade(submit("def f(x):\n    return x\n"), ["odd"]))
    (row,) = found["drawn"].slopes.rows
    check = next(c for c in bank.problem("odd").checks if c.id == "drawn")
    hidden, fresh = (make.normal(size=2) for make in (draws(bank, check), fresh_draws(check)))
    assert {c.claimed for c in row.components} == set(fresh) and set(hidden) & set(fresh) == set()
    assert [c.measured for c in row.components] == pytest.approx(2 * fresh)
    assert row.ratio == pytest.approx(0.5) and "half" in found["drawn"].message


def test_a_check_that_reveals_its_title_alone_shows_no_rows(judged, submit):
    found = checks(judged.grade(submit("def f(x):\n    return x\n"), ["odd"]))
    assert found["kept"].status == "failed" and found["kept"].slopes is UNSET


def test_a_public_check_shows_the_rows_of_its_own_run(judged, submit):
    found = checks(judged.grade(submit("def f(x):\n    return x\n"), ["odd"]))
    assert [c.claimed for c in found["slopes"].slopes.rows[0].components] == [3.0, 4.0]


def test_a_passed_check_shows_none(judged, submit):
    found = checks(judged.grade(submit(SOLUTION), ["odd"]))
    assert {check.slopes for check in found.values()} == {UNSET}


def told(report):
    return report.to_json().decode() + page(report)


def test_a_fixed_hidden_input_is_never_asked_of_the_child_whose_numbers_are_shown(judged, submit):
    report = judged.grade(submit("def f(x):\n    return x * 1.0\n"), ["odd"])
    found = checks(report)
    assert found["fixed"].slopes is UNSET and found["fixed"].message
    assert not [number for number in FIXED if number in told(report)]


def test_nor_is_one_that_the_check_did_not_come_to_because_it_failed_before(bank, judged, submit):
    """The draws of demonstrations can be foreseen: this code is right on them alone."""
    check = next(c for c in bank.problem("odd").checks if c.id == "both")
    known = fresh_draws(check).normal(size=2).tolist()
    source = f"def f(x):\n    return 2 * x if x.tolist() == {known} else 3 * x\n"
    report = judged.grade(submit(source), ["odd"])
    both = checks(report)["both"]
    assert both.status == "failed" and both.slopes is UNSET and both.counterexample is None
    assert not [
        number for number in ("2222222", "7777777", "0.66666", "2.3333") if number in told(report)
    ]


def test_what_a_child_remembers_of_hidden_calls_is_not_in_the_rows(bank, judged, submit):
    """Code that adds up all it has seen tells nothing: the child of the rows has seen little."""
    source = """
    import numpy as np
    seen = []
    def f(x):
        seen.append(float(np.sum(x)))
        return np.array(x) + sum(seen)
    """
    found = checks(judged.grade(submit(source), ["odd"]))
    check = next(c for c in bank.problem("odd").checks if c.id == "drawn")
    hidden = draws(bank, check).normal(size=2).sum()
    for name in ("drawn", "both"):
        if found[name].slopes:
            claims = [c.claimed for c in found[name].slopes.rows[0].components]
            assert all(abs(claim - hidden) > 1e-9 for claim in claims)
    assert found["drawn"].slopes


def test_the_same_submission_has_the_same_rows(judged, submit):
    one, two = (judged.grade(submit("def f(x):\n    return x\n"), ["odd"]) for _ in range(2))
    assert one.problems == two.problems
