"""The reference remembers for the class, and nobody can spoil what it remembers."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from grader.judge.judge import Judge
from grader.judge.memory import key_of
from grader.judge.reference import Reference


@pytest.fixture
def counted():
    """A module with functions, and how often they ran."""
    calls = []

    def f(x, k=1):
        calls.append("f")
        x *= k  # a careless reference must not reach the check's own array
        return {"x": x, "list": [x.copy()]}

    def g(x):
        calls.append("g")
        raise ValueError("never")

    return SimpleNamespace(f=f, g=g), calls


def test_the_same_calls_are_answered_from_memory(counted):
    module, calls = counted
    reference = Reference(module)
    for _ in range(3):
        assert reference.f(np.ones(2), k=3)["x"].tolist() == [3, 3]
        assert [v["x"].tolist() for v in reference.f.map([np.zeros(1), (np.ones(1), 2)])] == [
            [0],
            [2],
        ]
    assert calls == ["f"] * 3


def test_what_a_check_does_to_a_value_or_argument_does_not_reach_the_next(counted):
    reference = Reference(counted[0])
    for _ in range(3):
        argument = np.ones(2)
        value = reference.f(argument)
        assert value["x"].tolist() == value["list"][0].tolist() == argument.tolist() == [1, 1]
        value["x"][:] = 9
        value["list"].clear()
        value.clear()
        argument[:] = 7


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (np.ones(2), np.ones(2) * (1 + 1e-16 * 3)),
        (np.ones(2), np.ones((2, 1))),
        (np.ones(2), np.ones(2, dtype=np.float32)),
        (np.zeros(1), -np.zeros(1)),
    ],
)
def test_other_arguments_are_computed_anew(counted, first, second):
    module, calls = counted
    reference = Reference(module)
    reference.f(first.copy())
    value = reference.f(second.copy())
    assert calls == ["f", "f"]
    assert key_of(value["x"]) == key_of(second)


def test_another_order_of_calls_is_answered_from_memory(counted):
    module, calls = counted
    reference = Reference(module)
    reference.f(np.ones(1)), reference.f(np.zeros(1))
    assert reference.f(np.zeros(1))["x"].tolist() == [0]
    assert reference.f(np.ones(1))["x"].tolist() == [1]
    assert len(calls) == 2


def test_nan_is_the_same_as_itself_in_an_array(counted):
    module, calls = counted
    reference = Reference(module)
    for _ in range(2):
        reference.f(np.array([np.nan]))
    assert calls == ["f"]


def test_an_exception_is_raised_each_time(counted):
    reference = Reference(counted[0])
    for _ in range(2):
        with pytest.raises(ValueError, match="never"):
            reference.g(1)
        assert reference.f(np.ones(1))["x"].tolist() == [1]


def test_a_student_who_ends_a_check_early_does_not_spoil_it_for_the_next(make_bank, submit):
    tests = """
    import numpy as np
    from grader.judge.expect import *
    def test_three(student, reference, rng):
        for n in (1, 2, 3):
            x = rng.normal(size=n)
            expect_close(student.f(x), reference.f(x))
            reference.f(x)[:] = 0
    """
    right = "def f(x):\n    return x * 1.0\n"
    early = "def f(x):\n    return x if len(x) == 2 else 0\n"
    with Judge(make_bank(right, tests), ["odd"]) as judge:
        scores = [judge.grade(submit(s), ["odd"]).score for s in (right, early, right, early, "")]
        judge.reseed(b"another")
        scores.append(judge.grade(submit(right), ["odd"]).score)
    assert scores == [2, 1, 2, 1, 0, 2]
