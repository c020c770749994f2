import math
from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from grader.numeric.closeness import compare
from grader.numeric.show import paste

NUMBERS = [3, 3.0, np.float64(3), np.float32(3), np.int8(3), np.array(3.0), np.array(3)]


LOOP = []
LOOP.append(LOOP)


class Handle:
    type_name = "Cache"


EXPECTED = [
    None,
    True,
    "text",
    2.0,
    0,
    math.nan,
    -math.inf,
    np.arange(2.0),
    np.zeros((0, 3)),
    np.array([True, False]),
    np.array([np.inf, 1.0]),
    np.eye(3),
    (1.0, np.arange(2.0)),
    [1.0, 2.0],
    {"W": np.eye(2), "b": 1.0},
    {1: {"x": [None]}},
    {},
    (),
]


@dataclass(frozen=True)
class Slot:
    """Stands for a piece of junk: hypothesis looks into the values that it is given."""

    number: int


def fill(value, junk):
    """The value with each slot replaced by its junk."""
    if isinstance(value, Slot):
        return junk[value.number % len(junk)]
    if isinstance(value, list | tuple):
        return type(value)(fill(item, junk) for item in value)
    if isinstance(value, dict):
        return {key: fill(item, junk) for key, item in value.items()}
    return value


leaves = st.builds(Slot, st.integers(0, 99)) | st.integers() | st.floats() | st.text(max_size=3)
nested = st.recursive(
    leaves | hnp.arrays(hnp.scalar_dtypes(), hnp.array_shapes(max_dims=3, max_side=3)),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.sampled_from(["W", "b", 1, (0, 1)]), inner, max_size=3)
    ),
    max_leaves=6,
)


@pytest.mark.parametrize("expected", EXPECTED, ids=range(len(EXPECTED)))
def test_no_actual_value_lets_an_exception_escape(junk, expected):
    for actual in junk:
        difference = compare(actual, expected)
        assert difference is None or difference.words.endswith((".", "?"))


@settings(max_examples=150, deadline=None)
@given(actual=nested, expected=st.sampled_from(EXPECTED))
def test_no_nested_junk_lets_an_exception_escape(junk, actual, expected):
    difference = compare(fill(actual, junk), expected)
    assert difference is None or difference.words.endswith((".", "?"))


@settings(max_examples=50, deadline=None)
@given(hnp.arrays(np.float64, hnp.array_shapes(min_dims=0, max_dims=3, max_side=3)))
def test_every_array_is_close_to_itself(array):
    assert compare(array.copy(), array) is None
    assert compare({"a": (array.tolist(), "x")}, {"a": (array, "x")}) is None


@pytest.mark.parametrize("actual", NUMBERS, ids=repr)
def test_a_number_may_be_of_python_or_numpy_or_a_0d_array(actual):
    for expected in NUMBERS:
        assert compare(actual, expected) is None


@pytest.mark.parametrize(
    ("actual", "pattern"),
    [
        (np.array([3.0]), "extra_axis"),
        (np.ones(2), "shape"),
        ([3.0], "kind"),
        (True, "bool"),
        (np.bool_(True), "bool"),
        (3 + 0j, "complex"),
        ("3", "kind"),
        (None, "none"),
    ],
    ids=repr,
)
def test_nothing_else_is_a_number(actual, pattern):
    assert compare(actual, 3.0).pattern == pattern


@pytest.mark.parametrize(
    "actual",
    [
        [[1, 2], [3, 4]],
        ((1.0, 2.0), [3, 4]),
        [np.array([1.0, 2.0]), (3, 4)],
        [[np.float64(1), np.array(2.0)], [np.int32(3), 4.0]],
        np.array([[1, 2], [3, 4]], dtype=np.uint8),
        np.array([[1, 2], [3, 4]], dtype=np.float16),
        np.array([[1, 3], [2, 4]], order="F").T,
        np.arange(10.0)[1:5].reshape(2, 2),
        np.arange(1.0, 9)[::2].reshape(2, 2) / 2 + [[0.5, 0], [-0.5, -1]] + [[0, 0.5], [1, 1.5]],
        np.array([[1.0, 2.0], [3.0, 4.0]]).view(type("Sub", (np.ndarray,), {})),
    ],
    ids=str,
)
def test_an_array_may_be_a_rectangular_list_or_have_any_real_dtype_and_layout(actual):
    assert compare(actual, np.array([[1.0, 2.0], [3.0, 4.0]])) is None


@pytest.mark.parametrize(
    ("actual", "pattern", "words"),
    [
        ([[1, 2], [3]], "ragged", "Its rows have different lengths, so it is no array."),
        ([1, None], "none", "It holds None, but it must hold numbers."),
        (([1, 2], 3.0), "ragged", "Its parts have different shapes, so it is no array."),
        ([1.0, True], "bool", "Numbers are mixed with True or False."),
        ([True, False], "bool", "It holds True and False, but it must hold numbers."),
        (np.array([1, 2j]), "complex", "It holds complex numbers, but it must hold real ones."),
        (np.array([1, 2], object), "object", "It holds Python objects, but it must hold numbers."),
        (np.array(["1", "2"]), "text", "It holds text, but it must hold numbers."),
        ({1, 2}, "kind", "An object of type set came back where an array must be."),
        (LOOP, "ragged", "The lists are nested too deeply to be an array."),
        (10**400, "overflow", "An integer is too large for a float."),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_is_no_array_of_numbers_is_refused_with_the_reason(actual, pattern, words):
    difference = compare(actual, np.array([1.0, 2.0]))
    assert (difference.pattern, difference.words) == (pattern, words)


def test_nothing_broadcasts():
    for actual, expected in [
        (1.0, np.ones(1)),
        (1.0, np.ones(3)),
        (np.ones(1), np.ones(3)),
        (np.ones((1, 3)), np.ones((2, 3))),
        (np.ones(3), np.float64(1)),
        (np.ones((3, 1)), np.ones(3)),
    ]:
        assert "shape" in compare(actual, expected).words


def test_truth_values_are_only_truth_values():
    assert compare(np.bool_(True), True) is None
    assert compare([True, False], np.array([True, False])) is None
    assert compare(1, True).pattern == "kind"
    assert compare([1, 0], np.array([True, False])).pattern == "kind"
    assert compare(False, True).pattern == "opposite"
    assert compare([False, True], np.array([True, False])).pattern == "opposite"
    assert compare([True, True], np.array([True, False])).words.startswith("Some values")


def test_text_and_none_have_to_be_equal():
    assert compare("a", "a") is None
    assert compare("b", "a").pattern == "text"
    assert compare(None, None) is None
    assert compare(0.0, None).words == "A number came back where None must be."
    assert compare(1, "a").words == "A number came back where text must be."


def test_parts_are_compared_one_by_one_and_the_wrong_one_is_named():
    expected = (1.0, np.arange(3.0), {"W": np.eye(2)})
    assert compare([1, [0, 1, 2], {"W": [[1, 0], [0, 1]]}], expected) is None
    difference = compare((1.0, np.arange(3.0), {"W": -np.eye(2)}), expected)
    assert (difference.where, difference.pattern) == ("[2]['W']", "sign")
    assert compare((1.0,), expected).words == "The number of parts is 1, but it must be 3."
    assert compare(np.arange(3.0), (0.0, 1.0, 2.0)).words == (
        "An array came back where a tuple or list of 3 parts must be."
    )


def test_each_part_has_a_tolerance_of_its_own():
    assert compare((1e9, 1e-6), (1e9, 0.0)).where == "[1]"
    assert compare(np.array([1e9, 1e-6]), np.array([1e9, 0.0])) is None


def test_dict_keys_match_exactly_and_in_any_order(hostile):
    expected = {"W": 1.0, "b": 2.0}
    assert compare({"b": 2.0, "W": 1.0}, expected) is None
    assert compare({"W": 1.0}, expected).words == "A key is missing: 'b'."
    extra = compare({"W": 1.0, "b": 2.0, "secret 42": 0}, expected)
    assert extra.words == "There is a key that does not belong; the keys must be: 'W', 'b'."
    assert extra.detail == "Keys that do not belong: 'secret 42'."
    assert compare({"b": 1.0, hostile: 2.0}, expected).pattern == "keys"


@pytest.mark.parametrize("function", [len, np.mean, np.exp, [].append, lambda: 1.0])
def test_a_function_that_was_not_called_is_told_as_one(function):
    assert compare(function, 1.0).words == (
        "A function came back where a number must be; are the brackets of a call missing?"
    )
    assert paste(function) == "<function>"


def test_an_opaque_object_is_named_only_if_its_type_is_well_known():
    assert compare({1}, 1.0).words == "An object of type set came back where a number must be."
    secret = type("Answer_is_42", (), {})()
    assert compare(secret, 1.0).words == "An object came back where a number must be."
    assert compare(secret, 1.0).detail == "Its type is Answer_is_42."
    assert compare(Handle(), 1.0).detail == "Its type is Cache."


def test_the_tolerance_is_atol_plus_rtol_times_expected():
    assert compare(1 + 0.9e-9, 1.0) is None
    assert compare(1 + 1.1e-9, 1.0) is not None
    assert compare(-3e-7, 3e-7) is not None
    assert compare(np.array([1.0, 0.9e-12]), np.array([1.0, 0.0])) is None
    assert compare(np.array([1.0, 1.1e-12]), np.array([1.0, 0.0])) is not None
    assert compare(1e-300, 0.0) is not None
    assert compare(1e-10, 0.0, atol=1e-9) is None
    assert compare(1.0009, 1.0, rtol=1e-3) is None
    assert compare(np.array([1e308]), np.array([-1e308])) is not None
    assert compare(np.array([250], np.uint8), np.array([-6.0])) is not None


def test_nan_and_inf_must_stand_where_they_are_expected():
    expected = np.array([1.0, np.inf, -np.inf, np.nan])
    assert compare(expected.copy(), expected) is None
    for wrong, pattern in (
        ([np.nan, np.inf, -np.inf, np.nan], "nan"),
        ([1.0, -np.inf, -np.inf, np.nan], "inf"),
        ([1.0, np.inf, -np.inf, np.inf], "inf"),
        ([1.0, 1e308, -np.inf, np.nan], "finite"),
        ([2.0, np.inf, -np.inf, np.nan], "factor"),
    ):
        assert compare(np.array(wrong), expected).pattern == pattern


def test_nan_is_told_as_one_some_or_all():
    words = "nan where a finite number must be."
    assert compare(np.nan, 1.0).words == f"The value is {words}"
    assert compare([np.nan, 1.0], np.ones(2)).words == f"Some values are {words}"
    assert compare([np.nan] * 2, np.ones(2)).words == f"Every value is {words}"


def test_the_detail_has_the_worst_place_and_its_errors():
    difference = compare([1.0, 2.5, 3.1], np.array([1.0, 2.0, 3.0]))
    assert difference.words == "Some values are right and some are wrong."
    assert difference.detail == (
        "At [1] it must be 2.0, but it is 2.5 (absolute error 0.5, relative error 0.25)."
    )


@pytest.mark.parametrize(
    "expected",
    [1j, b"x", {1, 2}, object, np.array([1j]), np.array(["a"]), np.array([None]), len, 10**400],
    ids=str,
)
def test_what_cannot_be_expected_is_a_value_error(expected):
    with pytest.raises(ValueError, match=r"expected|integer"):
        compare(1.0, expected)


def test_the_keys_expected_are_plain():
    with pytest.raises(ValueError, match="keys"):
        compare({}, {frozenset(): 1})


@pytest.mark.parametrize("tolerance", [{"rtol": -1.0}, {"atol": math.nan}, {"rtol": math.inf}])
def test_a_tolerance_that_is_no_finite_number_is_a_value_error(tolerance):
    with pytest.raises(ValueError, match="must be a finite number"):
        compare(1.0, 1.0, **tolerance)


def test_none_within_a_container_was_returned_and_no_return_is_missing():
    alone = compare(None, 1.0)
    assert alone.words == "None came back where a number must be; is a `return` missing?"
    inside = compare({"W1": None}, {"W1": 1.0})
    assert inside.words == "None came back where a number must be."
    assert inside.where == "['W1']"
