"""Oracles of checks remember their values, and nothing else about them changes."""

from __future__ import annotations

import math

import mpmath
import numpy as np
import pytest

from grader.judge import memory
from grader.judge.expect_slopes import expect_gradient, expect_jacobian, expect_vjp
from grader.judge.memory import NoKey, key_of
from grader.judge.mismatch import Mismatch
from grader.judge.remembered import remembered
from grader.sandbox.local import LocalBackend, load_module
from grader.sandbox.proxies import Student


@pytest.fixture
def counted():
    """A function that gives its arguments back, and the list of its calls."""
    calls = []

    @remembered
    def function(*args, **kwargs):
        calls.append(args)
        return list(args)

    return function, calls


@pytest.mark.parametrize(
    "args",
    [
        (1.5, "a", None, True),
        (np.arange(6.0).reshape(2, 3), (1, [2.0])),
        (np.float32(1), mpmath.mpf(1) / 3),
        (float("nan"),),
    ],
)
def test_the_second_time_it_is_not_computed(counted, args):
    function, calls = counted
    first, second = function(*args), function(*args)
    assert len(calls) == 1
    assert first is not second
    np.testing.assert_equal(second, list(args))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (0.0, -0.0),
        (1, 1.0),
        (1, True),
        (np.float32(1), np.float64(1)),
        (np.zeros(2), np.zeros((1, 2))),
        (np.zeros(2), np.zeros(2, dtype=np.float32)),
        (np.zeros(1), np.zeros(2, dtype=np.float32)),
        ((1, 2), [1, 2]),
        (((1,), 2), (1, (2,))),
        (mpmath.mpf(1), 1.0),
    ],
)
def test_what_differs_is_computed_anew(counted, one, other):
    function, calls = counted
    function(one)
    function(other)
    assert len(calls) == 2


def test_what_becomes_of_a_value_does_not_come_back(counted):
    function, _ = counted
    value = function(np.zeros(2))
    value[0][:] = 7
    value.append(1)
    assert [part.tolist() for part in function(np.zeros(2))] == [[0, 0]]


def test_keywords_count(counted):
    function, calls = counted
    function(1, n=1)
    function(1, n=2)
    function(1, n=1)
    assert len(calls) == 2


def test_large_values_and_objects_are_computed_each_time(counted):
    function, calls = counted
    large = np.zeros(memory._LARGE)
    for _ in range(2):
        function(large)
        function(object())
        function(np.array([None]))
    assert len(calls) == 6


def test_the_oldest_values_go_first(counted, monkeypatch):
    monkeypatch.setattr(memory, "_MOST", 2)
    function, calls = counted
    for number in (1, 2, 1, 3, 1, 2):
        function(number)
    assert [args[0] for args in calls] == [1, 2, 3, 2]


def test_what_raises_raises_again():
    calls = []

    @remembered
    def function(x):
        calls.append(x)
        raise ValueError(x)

    for _ in range(2):
        with pytest.raises(ValueError, match="1"):
            function(1)
    assert len(calls) == 2


POINT = np.array([0.5, -1.25, 2.0])
evaluated = []


def _square_sum(x):
    evaluated.append(x)
    return float(np.sum(x**2))


def _maker(power, note=evaluated.append):
    def loss(x):
        _square_sum(x)
        return float(np.sum(x**power))

    return loss


def evaluations(check, *args):
    evaluated.clear()
    check(*args)
    return len(evaluated)


def test_the_slopes_of_a_function_of_ours_are_measured_once():
    assert evaluations(expect_gradient, _square_sum, POINT, 2 * POINT) > 0
    assert evaluations(expect_gradient, _square_sum, POINT, 2 * POINT) == 0
    with pytest.raises(Mismatch, match="the measured slope times one and the same factor"):
        expect_gradient(_square_sum, POINT, 3 * POINT)
    assert not evaluated


def test_another_point_is_measured_anew():
    expect_gradient(_square_sum, POINT, 2 * POINT)
    assert evaluations(expect_gradient, _square_sum, POINT + 1, 2 * POINT + 2) > 0
    assert evaluations(expect_gradient, _square_sum, -POINT, -2 * POINT) > 0


def test_what_a_function_has_captured_counts():
    for power in (2, 3, 2):
        expect_gradient(_maker(power), POINT, power * POINT ** (power - 1))
    for scale in (2.0, 3.0, 2.0):
        expect_gradient(lambda x, scale=scale: scale * np.sum(x), POINT, scale + 0 * POINT)
    functions = [lambda x: float(np.sum(x)), lambda x: float(np.sum(x**2))]
    for inner, right in zip(functions, (np.ones(3), 2 * POINT), strict=True):
        expect_gradient(lambda x, inner=inner: inner(x), POINT, right)


def test_kinds_of_slopes_are_told_apart():
    ones = np.ones(3)

    def cube(x):
        return x**3

    for _ in range(2):
        expect_jacobian(cube, POINT, np.diag(3 * POINT**2))
        expect_vjp(cube, POINT, ones, 3 * POINT**2)
        expect_vjp(cube, POINT, 2 * ones, 6 * POINT**2)


def test_functions_of_one_text_in_two_modules_are_two(tmp_path):
    text = "def inner(x):\n    return {}\n\nloss = lambda x: inner(x)\n"
    for name, body, right in (("a", "x.sum()", 1), ("b", "2 * x.sum()", 2)):
        module = load_module(tmp_path / f"{name}.py", text.format(body))
        expect_gradient(module.loss, POINT, right + 0 * POINT)


def test_a_function_of_the_students_is_measured_each_time(tmp_path):
    text = "calls = []\ndef loss(x):\n    calls.append(1)\n    return (x**2).sum()\n"
    module = load_module(tmp_path / "theirs.py", text)
    student = Student(LocalBackend(module))
    expect_gradient(student.loss, POINT, 2 * POINT)
    first = len(module.calls)
    expect_gradient(student.loss, POINT, 2 * POINT)
    assert len(module.calls) == 2 * first > 0


def test_functions_that_know_each_other_have_no_key():
    def even(n):
        return n == 0 or odd(n - 1)

    def odd(n):
        return n != 0 and even(n - 1)

    with pytest.raises((NoKey, RecursionError)):
        key_of(even)
    expect_gradient(lambda x: float(x.sum() * even(4)), POINT, np.ones(3))


def test_a_name_without_a_value_yet_has_no_key():
    def early():
        return late

    with pytest.raises(NoKey):
        key_of(early)
    late = 1
    assert key_of(early)


def test_a_function_that_draws_is_not_taken_for_one_that_gives_the_same():
    draw = np.random.default_rng(0).normal
    with pytest.raises(NoKey):
        key_of(lambda x: x + draw())
    assert key_of(math.exp) is math.exp
