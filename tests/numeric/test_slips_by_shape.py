"""Each slip is told in 1, 2 and 3 dimensions and for one number; none is told where none is."""

import numpy as np
import pytest

from grader.numeric.closeness import compare

RNG = np.random.default_rng(4)
SHAPES = [(), (7,), (4, 6), (3, 4, 5), (4, 4), (4, 4, 4)]
BATCH = {"the batch size": 9}


def draw(shape):
    return RNG.normal(size=shape) * 3 + 0.1


@pytest.mark.parametrize("shape", SHAPES, ids=str)
@pytest.mark.parametrize(
    ("slip", "pattern", "words"),
    [
        (lambda e: -e, "sign", "has the wrong sign."),
        (lambda e: 0 * e, "zero", "is zero."),
        (lambda e: 2 * e, "factor", "is 2 times what it must be."),
        (lambda e: e / 2, "factor", "is half of what it must be."),
        (lambda e: 9 * e, "factor", "is 9 times what it must be, and 9 is the batch size."),
        (lambda e: e / 9, "factor", "is 1/9 of what it must be, and 9 is the batch size."),
    ],
)
def test_a_slip_in_every_value_is_told_whatever_the_shape(shape, slip, pattern, words):
    e = draw(shape)
    difference = compare(slip(e), e, sizes=BATCH)
    assert difference.pattern == pattern
    assert difference.words == f"{'Every' if shape else 'The'} value {words}"


@pytest.mark.parametrize("shape", SHAPES[1:], ids=str)
def test_an_offset_a_cut_and_float32_are_told_whatever_the_shape(shape):
    e = draw(shape)
    assert compare(e + 0.3, e).words == "Every value is off by one and the same amount."
    assert compare(e.astype(np.float32), e).pattern == "float32"
    assert compare(e.astype(np.float32).astype(float), e).pattern == "float32"
    cut = "Every value is cut to a whole number, as by // or by an array of ints."
    assert compare(np.floor(e), e).words == cut
    assert compare(e.astype(int), e).words == cut
    assert compare(RNG.permutation(e.ravel()).reshape(shape), e).words == (
        "These are the right values, but in the wrong places."
    )


@pytest.mark.parametrize("shape", SHAPES[1:], ids=str)
@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_nan_and_inf_are_told_and_where_they_begin(shape, bad):
    e = draw(shape)
    a = e.copy()
    a.flat[2] = bad
    a.flat[-1] = bad
    difference = compare(a, e)
    assert difference.pattern == ("nan" if np.isnan(bad) else "inf")
    at = ", ".join(str(i) for i in np.unravel_index(2, shape))
    assert difference.detail.startswith(f"At [{at}] it must be ")


def test_rows_columns_and_parts_in_another_order_are_told():
    e = draw((4, 6))
    assert compare(e[[1, 0, 2, 3]], e).words == "The rows are right, but in another order."
    columns = e[:, [1, 2, 0, 3, 5, 4]]
    assert compare(columns, e).words == "The columns are right, but in another order."
    e = draw((3, 4, 5))
    parts = e[:, [1, 0, 3, 2]]
    assert compare(parts, e).words == "The parts along axis 1 are right, but in another order."


def test_axes_in_another_order_are_told_by_shape_and_by_values():
    e = draw((3, 4, 5))
    assert compare(e.transpose(0, 2, 1), e).words == (
        "The shape is (3, 5, 4), but it must be (3, 4, 5): its axes are in another order."
    )
    e = draw((4, 4, 4))
    assert compare(e.transpose(1, 0, 2), e).words == "Its axes are in another order."
    e = draw((4, 4))
    assert compare(e.T, e).words == "It is transposed."


def test_a_row_and_a_column_combined_by_mistake_are_told():
    e = draw(3)
    got = e[:, None] - draw(3)
    assert compare(got, e).pattern == compare(got, e[:, None]).pattern == "broadcast"
    assert "(n,) meets (n, 1): together they give (n, n)" in compare(got, e).words


def test_one_axis_more_or_less_is_told():
    e = draw(3)
    assert compare(e[:, None], e).pattern == compare(e[None], e).pattern == "extra_axis"
    assert compare(e, e[:, None]).pattern == "missing_axis"


def test_a_sum_over_the_wrong_axis_is_told_where_the_sizes_are_named():
    X = draw((9, 3))
    words = compare(X.sum(axis=1), X.sum(axis=0), sizes=BATCH).words
    assert words.endswith("axis 0 came back as long as the batch size.")


@pytest.mark.parametrize("shape", SHAPES[1:], ids=str)
def test_of_several_patterns_that_fit_the_most_specific_is_told(shape):
    e = draw(shape)
    assert compare(-e, e).pattern == "sign"  # also a common factor
    assert compare(2 * e, e, sizes={"the batch size": 2}).words.endswith("2 times what it must be.")
    assert "reverse" in compare(np.flip(e, 0), e).words  # also rows and entries permuted
    same = np.full(shape, 1.7)
    assert compare(same + 1.7, same).pattern == "factor"  # also an offset


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_random_wrong_values_get_no_pattern(shape):
    for seed in range(150):
        rng = np.random.default_rng(seed)
        for scale in (1e-200, 1e-9, 1.0, 1e9):
            e, a = rng.normal(size=(2, *shape)) * scale
            assert compare(a, e).pattern is None


def test_wrong_labels_get_no_pattern_by_chance():
    found = set()
    for seed in range(300):
        rng = np.random.default_rng(seed)
        e, a = rng.integers(0, 3, size=(2, 8))
        difference = compare(a, e)
        found.add(difference.pattern if difference else None)
    assert found == {None}


def test_an_offset_below_the_rounding_is_no_offset():
    e = np.array([4e-309, 1 / 3])
    assert compare(e * [0, 1], e, atol=0).pattern is None


def test_a_simple_number_is_no_sign_of_float32():
    assert compare(1.0, 1 - 1e-6).pattern == "precision"
    assert compare(0.5, 0.5 + 1e-8).pattern == "precision"


def test_a_tiny_residue_is_shown_as_it_is_and_not_as_0():
    difference = compare(5.2e-18, 0.0)
    assert difference.words == "The value is nearly 0, but must be 0."
    assert "it is 5.2e-18" in difference.detail
    assert compare(np.array([1, 5.2e-18]), np.array([1.0, 0])) is None
    assert compare(5.2e-18, 0.0, atol=1e-15) is None


def test_the_first_and_the_worst_place_have_both_their_errors():
    e = np.array([1.0, 2.0, 4.0])
    detail = compare(e + np.array([0, 1e-7, 2.0]), e).detail
    assert detail == (
        "At [1] it must be 2.0, but it is 2.0000001 (absolute error 1e-07, relative error 5e-08, "
        "2.25e+08 units in the last digit that float64 keeps); this is the first. Worst: "
        "At [2] it must be 4.0, but it is 6.0 (absolute error 2, relative error 0.5)."
    )


def test_units_are_told_only_where_six_digits_are_right():
    one = compare(np.nextafter(1.0, 2), 1.0, rtol=0, atol=0).detail
    assert "1 unit in the last digit that float64 keeps" in one
    assert "unit" not in compare(1.001, 1.0).detail
    assert "unit" not in compare(1e-300, 0.0).detail
