"""A kink of the loss is drawn again, or excused where the input is the author's: never held
against the student."""

from __future__ import annotations

import numpy as np
import pytest

from grader.judge.expect import draw_point, expect_gradient
from grader.judge.judge import Judge
from grader.sandbox.proxies import Student

SOLUTION = "import numpy as np\n\ndef f(x):\n    return (np.asarray(x) > 0) * 1.0\n"
TESTS = """
import numpy as np
from grader.judge.expect import draw_point, expect, expect_gradient

def loss(x): return float(np.maximum(x, 0).sum())

def test_drawn(student, rng):
    x = draw_point(loss, lambda: rng.integers(-1, 2, size=3).astype(float))
    expect(np.all(x != 0), "A zero was drawn.")
    expect_gradient(loss, x, student.f(x))

def test_fixed(student):
    x = np.array([0.0, 1.0, -1.0, 0.0])
    expect_gradient(loss, x, student.f(x))
"""


@pytest.fixture(scope="module")
def slopes(make_bank):
    with Judge(make_bank(SOLUTION, TESTS), ["odd"]) as judge:
        yield judge


@pytest.mark.parametrize(
    ("formula", "status"),
    [
        ("(x > 0) * 1.0", "passed"),
        ("(x >= 0) * 1.0", "passed"),
        ("(np.sign(x) + 1) / 2", "passed"),
        ("(x > 0) * 2.0", "failed"),
        ("(x > -2) * 1.0", "failed"),
    ],
)
def test_every_convention_at_0_is_right_and_a_wrong_slope_elsewhere_is_not(
    slopes, submit, formula, status
):
    source = f"import numpy as np\n\ndef f(x):\n    return {formula}\n"
    (problem,) = slopes.grade(submit(source), ["odd"]).problems
    found = {check.id: check.status for check in problem.checks}
    assert (found["drawn"], found["fixed"]) == (status, status)


def test_a_point_is_not_drawn_by_a_loss_of_the_students():
    with pytest.raises(ValueError, match="not by the student's"):
        draw_point(Student(None).loss, lambda: np.ones(2))


def test_a_tuple_of_parameters_may_be_drawn():
    rng = np.random.default_rng(0)

    def loss(p):
        return float(np.abs(p[0]).sum() + p[1] ** 2)

    at = draw_point(loss, lambda: (rng.integers(-1, 2, size=2).astype(float), 0.5))
    assert np.all(at[0] != 0)
    expect_gradient(loss, at, (np.sign(at[0]), 1.0))
