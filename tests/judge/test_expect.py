"""Each helper passes on what is right, and says what is wrong in words without a number of it."""

from __future__ import annotations

import mpmath
import numpy as np
import pytest

from grader.judge.expect import (
    Mismatch,
    expect,
    expect_array,
    expect_close,
    expect_gradient,
    expect_methods,
    expect_new_array,
    expect_raises,
    expect_stable,
    expect_unchanged,
    expect_vectorised,
)
from grader.sandbox.answers import Failure, Value
from grader.sandbox.proxies import CallFailed, Student
from grader.sandbox.wire import Handle

SECRET = 123.4567
ODD = {
    "text": "12",
    "None": None,
    "an object": Handle(0, "Mine"),
    "an empty dict": {},
    "a dict of other keys": {"x": SECRET},
    "ragged lists": [[1.0, 2.0], [3.0]],
    "lists and text": [1.0, "2"],
    "a list with None": [1.0, None],
    "a complex number": 1j,
    "complex numbers": np.array([1j, 2]),
    "True": True,
    "nan": float("nan"),
    "an empty list": [],
    "bytes of another shape": np.zeros((2, 0)),
    "a huge integer": 10**400,
    "deep lists": [[[[[[1.0]]]]]],
    "a tuple of a dict": ({"a": 1},),
}


class Backend:
    """Answers every call with the next of some prepared answers."""

    def __init__(self, *answers):
        self._answers = list(answers)

    def run(self, calls, *, watch, count):
        return [self._answers.pop(0) for _ in calls]

    def evaluate(self, source, inputs):
        return self._answers.pop(0)


def student(*answers):
    return Student(Backend(*answers))


def words_of(error):
    assert error.type is Mismatch
    assert error.value.words.endswith((".", "?"))
    assert str(SECRET) not in error.value.words
    return error.value.words


def test_expect_passes_on_true_and_says_its_words_on_false():
    expect(True, "never said")
    with pytest.raises(Mismatch) as error:
        expect(0, "A sentence.")
    assert error.value.words == "A sentence."


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        (1, 1.0),
        (np.float32(0.5), 0.5),
        (np.array(2.0), 2.0),
        ([1, 2], np.array([1.0, 2.0])),
        ((1.0, [2.0]), [1.0, np.array([2.0])]),
        ({"a": [1.0]}, {"a": np.array([1.0])}),
        (np.array([np.nan, np.inf]), np.array([np.nan, np.inf])),
        ("yes", "yes"),
        (None, None),
        (np.bool_(True), True),
    ],
)
def test_expect_close_accepts_what_is_close(actual, expected):
    expect_close(actual, expected)


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize(
    "expected", [2.5, np.array([1.0, 2.0]), (1.0, 2.0, 3.0), {"W": 1.0}, "text", np.array([True])]
)
def test_expect_close_refuses_odd_values_in_words(odd, expected):
    with pytest.raises(Mismatch) as error:
        expect_close(ODD[odd], expected)
    words_of(error)


def test_expect_close_names_the_value_and_the_pattern():
    with pytest.raises(Mismatch, match=r"^The loss: .*2 times"):
        expect_close(2 * SECRET, SECRET, what="the loss")
    with pytest.raises(Mismatch, match="transposed"):
        expect_close(np.arange(6.0).reshape(3, 2), np.arange(6.0).reshape(3, 2).T)
    with pytest.raises(Mismatch, match=r"^`result\['b'\]`: .*wrong sign"):
        expect_close({"b": -SECRET}, {"b": SECRET})


@pytest.mark.parametrize("odd", ODD)
def test_expect_stable_refuses_odd_values_in_words(odd):
    with pytest.raises(Mismatch) as error:
        expect_stable(ODD[odd], [mpmath.mpf(1), mpmath.mpf(2)])
    words_of(error)


def test_expect_stable_passes_within_its_units_and_fails_beyond():
    exact = [mpmath.mpf(1) / 3]
    expect_stable([1 / 3], exact, ulps=1)
    with pytest.raises(Mismatch):
        expect_stable([1 / 3 + 1e-12], exact, ulps=4)


@pytest.mark.parametrize("odd", ODD)
def test_expect_array_refuses_odd_values_in_words(odd):
    with pytest.raises(Mismatch) as error:
        expect_array(ODD[odd], (3,))
    words_of(error)


def test_expect_array_gives_the_array_and_knows_kinds():
    assert expect_array([1, 2], (2,)).dtype == np.float64
    assert expect_array([True], (1,), kind="bool").tolist() == [True]
    assert expect_array([2.0], (1,), kind="int").dtype == np.int64
    with pytest.raises(Mismatch, match="whole numbers"):
        expect_array([1.5], (1,), kind="int")
    with pytest.raises(Mismatch, match="shape"):
        expect_array([1.0], (2,))


def test_expect_array_takes_integers_of_any_size_for_floats():
    assert expect_array([10**20, 1], (2,)).tolist() == [1e20, 1.0]


def square(at):
    return float(np.sum(np.asarray(at) ** 2))


def test_expect_gradient_passes_on_the_slope():
    expect_gradient(square, [1.0, -2.0], [2.0, -4.0])
    expect_gradient(square, np.ones((2, 2)), 2 * np.ones((2, 2)))


@pytest.mark.parametrize("odd", sorted(set(ODD) - {"an empty list"}))
def test_expect_gradient_refuses_odd_claims_in_words(odd):
    with pytest.raises(Mismatch) as error:
        expect_gradient(square, [1.0, -2.0], ODD[odd], what="the slope")
    assert words_of(error).startswith("The slope: ")


def test_expect_gradient_names_half_and_sign():
    with pytest.raises(Mismatch, match="half"):
        expect_gradient(square, [1.0, -2.0], [1.0, -2.0])
    with pytest.raises(Mismatch, match="sign"):
        expect_gradient(square, [1.0, -2.0], [-2.0, 4.0])


def test_expect_raises_wants_that_class_or_one_below_it():
    bad = Failure("raised", "", ("UnicodeDecodeError", "ValueError", "Exception"), str(SECRET))
    with expect_raises(ValueError):
        student(bad).f(1)
    words = "raises UnicodeDecodeError, but it must raise KeyError"
    with pytest.raises(Mismatch, match=words), expect_raises(KeyError):
        student(bad).f(1)
    with pytest.raises(Mismatch, match="must raise ValueError here"), expect_raises(ValueError):
        student(Value(1.0)).f(1)


@pytest.mark.parametrize("kind", ["timeout", "crashed", "memory", "missing", "forbidden"])
def test_expect_raises_does_not_take_another_failure_for_an_exception(kind):
    with pytest.raises(CallFailed), expect_raises(BaseException):
        student(Failure(kind, "", ("ValueError",))).f(1)


def test_expect_new_array_gives_the_value_and_refuses_the_callers_own_memory():
    assert expect_new_array(student(Value(3.0)).f, 1) == 3.0
    with pytest.raises(Mismatch, match="returns the array it is given, or a view of it"):
        expect_new_array(student(Value(3.0, shared=True)).f, 1)


def test_expect_methods_names_the_first_that_is_not_there():
    expect_methods(student(Value([True, True])), "Net", "forward", "backward")
    with pytest.raises(Mismatch, match="`Net` has no method `backward`"):
        expect_methods(student(Value([True, False])), "Net", "forward", "backward")


@pytest.mark.parametrize("odd", [True, [], [1], [True, True], None, Handle(0, "Mine"), ["yes"]])
def test_expect_methods_takes_no_other_answer_for_a_yes(odd):
    with pytest.raises(Mismatch, match="`Net` has no method `forward`"):
        expect_methods(student(Value(odd)), "Net", "forward")


def test_expect_unchanged_gives_the_value_and_refuses_a_change():
    assert expect_unchanged(student(Value(3.0, changed=False)).f, 1) == 3.0
    with pytest.raises(Mismatch, match="`f` changes an argument"):
        expect_unchanged(student(Value(3.0, changed=True)).f, 1)


def test_expect_vectorised_compares_the_growth_of_lines():
    assert expect_vectorised(student(Value(1, lines=5), Value(2, lines=6)).f, (1,), (8,)) == 2
    with pytest.raises(Mismatch, match="once per entry"):
        expect_vectorised(student(Value(1, lines=10), Value(2, lines=80)).f, (1,), (8,))


def test_expect_vectorised_lets_code_without_lines_pass():
    assert expect_vectorised(student(Value(1), Value(2)).f, (1,), (8,)) == 2


@pytest.mark.parametrize(
    ("what", "begins"),
    [
        ("the loss", "The loss: "),
        ("an end", "An end: "),
        ("dw", "dw: "),
        ("log1mexp", "log1mexp: "),
        ("softplus(z)", "softplus(z): "),
        ("smallest_normal of float16", "smallest_normal of float16: "),
    ],
)
def test_a_name_stays_as_it_is_written_where_a_sentence_begins(what, begins):
    with pytest.raises(Mismatch) as caught:
        expect_close(1.0, 2.0, what=what)
    assert caught.value.words.startswith(begins)
