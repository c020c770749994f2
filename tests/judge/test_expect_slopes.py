"""The helpers that measure slopes pass on what is right, and say what is wrong without a number."""

from __future__ import annotations

import re
from types import SimpleNamespace

import numpy as np
import pytest

from grader.judge.expect import (
    Mismatch,
    expect_gradient,
    expect_hessian,
    expect_jacobian,
    expect_vjp,
)
from grader.sandbox.answers import Value
from grader.sandbox.proxies import Student

RNG = np.random.default_rng(0)
X, Y = RNG.normal(size=(5, 3)), RNG.normal(size=(5, 2))
W, B = RNG.normal(size=(3, 2)), RNG.normal(size=2)
R = X @ W + B - Y
DW, DB = 2 * X.T @ R / R.size, 2 * R.sum(axis=0) / R.size


def mean_squares(W, b):
    return float(np.mean((X @ W + b - Y) ** 2))


def softmax(z):
    e = np.exp(z - np.max(z))
    return e / e.sum()


Z = np.array([0.5, -1.0, 2.0])
JACOBIAN = np.diag(softmax(Z)) - np.outer(softmax(Z), softmax(Z))


class Backend:
    """A student's functions, called here."""

    def __init__(self, **functions):
        self._functions = SimpleNamespace(**functions)

    def run(self, calls, *, watch, count):
        return [Value(getattr(self._functions, call.name)(*call.args)) for call in calls]


def student(**functions):
    return Student(Backend(**functions))


def test_a_gradient_may_be_a_dict_or_a_tuple_of_parameters():
    def loss(p):
        return mean_squares(p["W"], p["b"])

    expect_gradient(loss, {"W": W, "b": B}, {"W": DW, "b": DB})
    expect_gradient(lambda p: mean_squares(*p), (W, B), [DW, DB])
    expect_gradient(loss, {"W": W, "b": B}, {"W": DW, "b": DB}, complex_step=False)


def test_what_differs_is_told_by_parameter_and_the_table_has_the_rows():
    def loss(p):
        return mean_squares(p["W"], p["b"])

    with pytest.raises(Mismatch) as error:
        expect_gradient(loss, {"W": W, "b": B}, {"W": 1.3 * DW, "b": DB})
    words = error.value.words
    assert words.startswith("W: every component is the measured slope times one and the same")
    assert not re.search(r"\d", words)
    assert re.search(r"\d", error.value.detail)
    assert [row.name for row in error.value.table.rows] == ["W", "b"]
    with pytest.raises(Mismatch, match=r"^The slopes of the loss: b is not summed over axis 0"):
        claimed = {"W": DW, "b": 2 * R / R.size}
        expect_gradient(loss, {"W": W, "b": B}, claimed, what="the slopes of the loss")


def test_the_students_own_loss_takes_a_tuple_as_its_arguments():
    theirs = student(loss=mean_squares)
    expect_gradient(theirs.loss, (W, B), (DW, DB))
    with pytest.raises(Mismatch, match="half"):
        expect_gradient(theirs.loss, (W, B), (DW / 2, DB / 2))


@pytest.mark.parametrize("junk", [None, "text", np.ones(2), 1j, True])
def test_a_loss_of_the_students_that_is_no_number_is_their_mismatch(junk):
    with pytest.raises(Mismatch, match=r"^The loss: "):
        expect_gradient(student(loss=lambda W, b: junk).loss, (W, B), (DW, DB))


def test_a_loss_of_the_students_that_jumps_is_their_mismatch_and_one_of_ours_our_fault():
    rng = np.random.default_rng(1)

    def loss(W, b):
        return float(rng.normal())

    with pytest.raises(Mismatch, match="your own function cannot be measured"):
        expect_gradient(student(loss=loss).loss, (W, B), (DW, DB))
    with pytest.raises(ValueError, match="draw another"):
        expect_gradient(lambda p: loss(*p), (W, B), (DW, DB))


def test_a_jacobian_is_judged_entry_by_entry():
    expect_jacobian(softmax, Z, JACOBIAN)
    expect_jacobian(student(softmax=softmax).softmax, Z, JACOBIAN)
    with pytest.raises(Mismatch, match=r"^The Jacobian: .*wrong sign"):
        expect_jacobian(softmax, Z, -JACOBIAN)
    with pytest.raises(Mismatch, match=r"^The Jacobian: The shape is \(3,\), but"):
        expect_jacobian(softmax, Z, np.diag(JACOBIAN))


def test_a_value_of_the_students_that_is_no_array_is_their_mismatch():
    with pytest.raises(Mismatch, match=r"^The value: "):
        expect_jacobian(student(f=lambda z: "text").f, Z, JACOBIAN)


def test_what_flows_back_is_judged_for_one_upstream():
    upstream = np.array([1.0, -2.0, 0.5])
    expect_vjp(softmax, Z, upstream, upstream @ JACOBIAN)
    with pytest.raises(Mismatch, match=r"^The gradient that flows back: "):
        expect_vjp(softmax, Z, upstream, upstream * np.diag(JACOBIAN))


def test_a_hessian_is_judged_entry_by_entry():
    def log_sum_exp(z):
        return float(np.log(np.exp(z).sum()))

    expect_hessian(log_sum_exp, Z, JACOBIAN)
    with pytest.raises(Mismatch, match=r"^The Hessian: "):
        expect_hessian(log_sum_exp, Z, np.diag(softmax(Z)))
