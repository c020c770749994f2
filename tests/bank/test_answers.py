"""Answers to predictions are compared as a person means them."""

from __future__ import annotations

import numpy as np
import pytest

from grader.bank.answers import PLAIN, RIGHT, verdict
from grader.errors import GraderError
from grader.model import Prediction

SHAPE = Prediction("?", "shape", [5, 3], wrong={"[5]": "One a row.", "(3, 5)": "Transposed."})
CHOICES = ("(1, 3)", "1e-8", "It doubles", "nothing")
CHOICE = Prediction("?", "choice", "(1, 3)", CHOICES, {"1e-8": "Too small."})


def number(answer, **wrong):
    return Prediction("?", "number", answer, wrong=wrong)


@pytest.mark.parametrize(
    "given",
    [
        "(5, 3)",
        "5,3",
        "[5,3]",
        " 5 , 3 ",
        "5 x 3",
        "5x3",
        "5\u00d73",
        (5, 3),
        [5, 3],
        np.ones((5, 3)).shape,
    ],
)
def test_a_shape_may_be_written_in_many_ways(given):
    assert verdict(SHAPE, given).is_right


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("5", "One a row."),
        (5, "One a row."),
        ("(5,)", "One a row."),
        ("3,5", "Transposed."),
        ("()", PLAIN["shape"]),
        ("-5, 3", PLAIN["shape"]),
        ("5, 3, 1", PLAIN["shape"]),
    ],
)
def test_a_wrong_shape_gets_its_sentence_or_a_plain_one(given, words):
    assert verdict(SHAPE, given) == verdict(SHAPE, given).__class__(False, words)


@pytest.mark.parametrize(
    "given", ["five", "", "5.5, 3", "(5,3", "5 3", "a", "[[5], 3]", None, "5;3"]
)
def test_what_is_no_shape_is_refused_with_an_example_of_one(given):
    with pytest.raises(GraderError, match=r"must be a shape such as \(5, 3\)"):
        verdict(SHAPE, given)


@pytest.mark.parametrize(
    ("answer", "given"),
    [
        (0.5, "1/2"),
        (0.5, ".5"),
        (0.5, "0.50"),
        (0.5, 0.5),
        (0.5, np.float32(0.5)),
        (-2, "\u22122"),
        (-2, "- 2"),
        (1000, "1e3"),
        (1024, "2**10"),
        (1 / 3, "0.333"),
        (1 / 3, "1/3"),
        (2 / 3, "0.6667"),
        (0, "0.0"),
        (0, "-0"),
        (7, True + 6),
        (float("inf"), "inf"),
        (float("inf"), "Infinity"),
        (float("-inf"), "-\u221e"),
        (float("nan"), "NaN"),
        (1e300, "1e300"),
    ],
)
def test_a_number_may_be_written_in_many_ways(answer, given):
    assert verdict(number(answer), given).is_right


@pytest.mark.parametrize(
    ("answer", "given"),
    [
        (0.5, "0.501"),
        (1 / 3, "0.3"),
        (1 / 3, "0.33"),
        (1 / 3, "0.334"),
        (2, "-2"),
        (100, "101"),
        (0.0004, "0.00"),
        (float("inf"), "1e308"),
        (1.0, "nan"),
        (float("nan"), "0"),
    ],
)
def test_another_number_is_wrong(answer, given):
    assert not verdict(number(answer), given).is_right


def test_a_wrong_number_gets_its_sentence_however_it_is_written():
    prediction = Prediction("?", "number", 4, wrong={"0.25": "Upside down.", "8": "Twice."})
    assert verdict(prediction, "1/4").words == "Upside down."
    assert verdict(prediction, "8.0").words == "Twice."
    assert verdict(prediction, "4").words == RIGHT
    assert verdict(prediction, "5").words == PLAIN["number"]


@pytest.mark.parametrize(
    "given", ["", "many", "0,5", "1/0", "9**9**9", "1e", "[1]", "x+1", None, "1e99999"]
)
def test_what_is_no_number_is_refused_with_an_example_of_one(given):
    with pytest.raises(GraderError, match="must be a number such as"):
        verdict(number(3), given)


@pytest.mark.parametrize("given", ["(1, 3)", "(1,3)", "[1, 3]", (1, 3), "1", " 1 "])
def test_a_choice_is_known_by_words_value_or_place(given):
    assert verdict(CHOICE, given).is_right


def test_capitals_and_spaces_of_a_choice_do_not_matter():
    doubled = Prediction("?", "choice", "It doubles", CHOICES)
    assert verdict(doubled, "  it  DOUBLES ").is_right
    assert verdict(CHOICE, 1e-8).words == "Too small."
    assert verdict(CHOICE, "nothing").words == PLAIN["choice"]


def test_a_choice_that_is_a_number_is_that_and_no_place_in_the_list():
    counts = Prediction("?", "choice", "1", ("3", "2", "1"))
    assert verdict(counts, "1").is_right
    assert not verdict(counts, "3").is_right


@pytest.mark.parametrize("given", ["", "5", "0", "-1", "perhaps"])
def test_what_is_no_choice_is_refused_with_the_choices(given):
    with pytest.raises(GraderError, match=r"must be one of: \(1, 3\), 1e-8, It doubles, nothing"):
        verdict(CHOICE, given)


def test_a_text_is_compared_without_capitals_and_spaces():
    prediction = Prediction("?", "text", "The chain rule", wrong={"product rule": "No product."})
    assert verdict(prediction, "the  chain rule ").is_right
    assert verdict(prediction, "Product rule").words == "No product."
