import re

import numpy as np
import pytest

from grader.numeric.closeness import compare

E = np.array([[1.0, -2.0, 3.5], [0.25, 5.0, -6.0]])
SQUARE = np.array([[1.0, -2.0, 3.0], [4.0, 5.5, 6.0], [0.5, 8.0, 9.0]])
SIZES = {"the batch size": 5, "the number of features": 3}


@pytest.mark.parametrize(
    ("actual", "expected", "pattern", "words"),
    [
        (E.T, E, "transposed", "It is transposed: the shape is (3, 2), but it must be (2, 3)."),
        (SQUARE.T, SQUARE, "transposed", "It is transposed."),
        (-E, E, "sign", "Every value has the wrong sign."),
        (-2.5, 2.5, "sign", "The value has the wrong sign."),
        (0 * E, E, "zero", "Every value is zero."),
        (2 * E, E, "factor", "Every value is 2 times what it must be."),
        (E / 2, E, "factor", "Every value is half of what it must be."),
        (-2 * E, E, "factor", "Every value is -2 times what it must be."),
        (-E / 2, E, "factor", "Every value is minus half of what it must be."),
        (5.0, 2.5, "factor", "The value is 2 times what it must be."),
        (
            5 * E,
            E,
            "factor",
            "Every value is 5 times what it must be, and 5 is the batch size.",
        ),
        (E / 5, E, "factor", "Every value is 1/5 of what it must be, and 5 is the batch size."),
        (
            E / 3,
            E,
            "factor",
            "Every value is 1/3 of what it must be, and 3 is the number of features.",
        ),
        (1.7 * E, E, "factor", "Every value is what it must be times one and the same factor."),
        (E + 0.3, E, "offset", "Every value is off by one and the same amount."),
        (E[::-1], E, "order", "The values are in reverse order along axis 0."),
        (E[0, ::-1], E[0], "order", "The values are in reverse order."),
        (E[0, [1, 2, 0]], E[0], "order", "These are the right values, but in the wrong places."),
        (E[..., None], E, "extra_axis", None),
        (E[:1, 0], 1.0, "extra_axis", None),
        (E[0], E[:1], "missing_axis", None),
        (np.ones(4), np.ones(3), "shape", "The shape is (4,), but it must be (3,)."),
        (
            np.ones(5),
            np.ones(3),
            "wrong_axis",
            "The shape is (5,), but it must be (3,); axis 0 came back as long as the batch size.",
        ),
        (E + np.eye(2, 3), E, None, "Some values are right and some are wrong."),
        (E + np.array([[1.0, 2, 3], [5, 7, 9]]), E, None, "Every value is wrong."),
        (7.1, 2.5, None, "The value is wrong."),
        # One number fits any factor, and two fit one, or an offset, often enough.
        (E[0, :2] + 0.3, E[0, :2], None, "Every value is wrong."),
        (1.7 * E[0, :2], E[0, :2], None, "Every value is wrong."),
        (2.0, 2.5, None, "The value is wrong."),
    ],
)
def test_each_slip_has_its_pattern(actual, expected, pattern, words):
    difference = compare(actual, expected, sizes=SIZES)
    assert difference.pattern == pattern
    assert words is None or difference.words == words


def test_without_named_sizes_a_factor_is_explained_by_the_shape():
    assert compare(6 * E, E).words == (
        "Every value is 6 times what it must be, and 6 is the number of values."
    )
    assert compare(E / 3, E).words == (
        "Every value is 1/3 of what it must be, and 3 is the length of axis 1."
    )


def test_a_factor_of_two_is_not_blamed_on_a_size_that_is_two():
    words = compare(2 * E, E, sizes={"the batch size": 2}).words
    assert words == "Every value is 2 times what it must be."


@pytest.mark.parametrize("dtype", [np.float32, np.float16])
def test_values_computed_in_short_floats_are_recognised(dtype):
    expected = np.array([1 / 3, 2 / 3, 1 / 7])
    difference = compare(expected.astype(dtype), expected)
    assert difference.pattern == "float32"
    assert np.dtype(dtype).name in difference.words


def test_float32_is_recognised_even_after_conversion_to_python_floats():
    expected = np.array([1 / 3, 2 / 3])
    assert compare(expected.astype(np.float32).tolist(), expected).pattern == "float32"
    assert compare(float(np.float32(1 / 3)), 1 / 3).pattern == "float32"
    assert compare([np.float32(1 / 3), np.float32(2 / 3)], expected).pattern == "float32"


def test_nearly_right_values_have_lost_digits():
    assert compare(E * (1 + 3e-7 * np.eye(2, 3)), E).pattern == "precision"


def test_a_pattern_is_not_seen_in_part_of_the_values():
    for wrong in (-E, 2 * E, 0 * E, E + 0.3, E[::-1]):
        mixed = np.where(np.eye(2, 3, dtype=bool), E, wrong)
        assert compare(mixed, E).pattern is None


def test_a_factor_needs_more_than_one_value_to_show_it():
    assert compare([3.3, 0.0175], np.array([1.0, 0.005]), rtol=0, atol=1e-3).pattern is None
    assert compare([3.3, 0.0], np.array([1.0, 0.0])).pattern is None


def test_words_carry_no_number_that_was_computed_from_the_values():
    # Not even the factor, unless it is one of the few that are named.
    rng = np.random.default_rng(3)
    secret = 0.8271
    for actual in (secret * E, E + secret, np.full_like(E, secret), rng.normal(size=(2, 3))):
        words = compare(actual, E, sizes=SIZES).words
        assert not re.search(r"\d", words)
