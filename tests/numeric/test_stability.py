import math
from fractions import Fraction

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.numeric.stability import compare_exact, to_float64

SUBNORMAL = 2.0**-1074
TINY = 2.0**-1022


def exactly(f, *xs):
    """f of each x, to 60 digits."""
    with mpmath.workdps(60):
        return [f(mpmath.mpf(x)) for x in xs]


@settings(deadline=None)
@given(st.floats())
def test_every_float_is_its_own_nearest_float(x):
    with mpmath.workdps(30):
        assert np.array_equal(to_float64(mpmath.mpf(x)), x, equal_nan=True)
    assert np.array_equal(to_float64(x), x, equal_nan=True)
    assert to_float64([x]).shape == (1,)
    assert compare_exact(x, x, ulps=0) is None


@settings(deadline=None)
@given(st.integers(-(2**80), 2**80), st.integers(-1180, 1020))
def test_to_float64_rounds_once_also_to_subnormal_numbers(mantissa, exponent):
    with mpmath.workprec(100):
        exact = mpmath.ldexp(mpmath.mpf(mantissa), exponent)
    fraction = Fraction(mantissa) * Fraction(2) ** exponent
    try:
        right = fraction.numerator / fraction.denominator
    except OverflowError:
        right = math.copysign(math.inf, mantissa)
    assert float(to_float64(exact)) == right


def test_to_float64_knows_the_ends_of_the_range():
    with mpmath.workprec(1200):
        two = mpmath.mpf(2)
        cases = {
            two**-1075: 0.0,
            two**-1075 * (1 + two**-60): SUBNORMAL,
            3 * two**-1075: 2 * SUBNORMAL,
            two**1024: math.inf,
            -(two**1024): -math.inf,
            two**1024 - two**970: math.inf,
            two**1024 - two**970 - 1: np.finfo(float).max,
            mpmath.exp(-(10**9)): 0.0,
            mpmath.exp(10**9): math.inf,
            mpmath.inf: math.inf,
            mpmath.mpf(0): 0.0,
        }
        for exact, right in cases.items():
            assert float(to_float64(exact)) == right
        # Two roundings, to 53 bits and then to a subnormal, would end at the even neighbour below.
        assert float(to_float64((1 + two**-54) * two**-1075)) == SUBNORMAL


def test_to_float64_takes_nested_lists_arrays_matrices_and_fractions():
    third = Fraction(1, 3)
    for exact in ([[third, 1], [2.0, mpmath.mpf(4)]], np.array([[third, 1], [2, 4]], object)):
        assert to_float64(exact).tolist() == [[1 / 3, 1.0], [2.0, 4.0]]
    assert to_float64(mpmath.matrix([[1, 2]])).tolist() == [[1.0, 2.0]]
    assert to_float64([]).shape == (0,)


@pytest.mark.parametrize("exact", ["1", None, 1j, True, [1, [2]], mpmath.mpc(1, 2)], ids=str)
def test_exact_values_must_be_real_numbers_in_an_array(exact):
    with pytest.raises(ValueError, match=r"exact values? "):
        compare_exact(1.0, exact)


def test_negative_ulps_are_a_value_error():
    with pytest.raises(ValueError, match="ulps"):
        compare_exact(1.0, 1.0, ulps=-1)


@pytest.mark.parametrize("x", [1.0, -1.5, 1e300, 3e-308, math.pi])
def test_the_error_is_counted_in_units_of_the_last_place(x):
    four, five = x + 4 * np.spacing(x), x + 5 * np.spacing(x)
    assert compare_exact(four, x) is None
    assert compare_exact(five, x) is not None
    assert compare_exact(five, x, ulps=5) is None
    assert compare_exact(np.nextafter(x, 0), x, ulps=0.4) is not None


def test_the_error_is_measured_from_the_exact_value_and_not_from_its_float():
    with mpmath.workdps(40):
        exact = mpmath.mpf(1) + mpmath.mpf(2) ** -53 * mpmath.mpf("0.9")
    assert compare_exact(1.0, exact, ulps=0.5) is None
    assert compare_exact(1.0 + 2.0**-52, exact, ulps=0.5) is not None


def test_a_fraction_has_the_unit_of_its_own_binade():
    third = 1 / 3
    assert compare_exact(third + 4 * np.spacing(third), Fraction(1, 3)) is None
    assert compare_exact(third + 6 * np.spacing(third), Fraction(1, 3)) is not None


def test_below_the_normal_numbers_one_unit_of_the_subnormal_spacing_is_allowed():
    for exact in (0.0, SUBNORMAL, 1000 * SUBNORMAL):
        assert compare_exact(exact + SUBNORMAL, exact) is None
        assert compare_exact(exact + 2 * SUBNORMAL, exact) is not None
    assert compare_exact(SUBNORMAL, exactly(mpmath.exp, -2000)[0]) is None
    # A relative error of four units stays allowed where it is more than that.
    assert compare_exact(0.9 * TINY + 3 * SUBNORMAL, 0.9 * TINY) is None
    assert compare_exact(0.9 * TINY + 5 * SUBNORMAL, 0.9 * TINY) is not None


def test_at_the_upper_end_inf_and_the_largest_number_are_neighbours():
    largest = np.finfo(float).max
    with mpmath.workprec(200):
        beyond = mpmath.mpf(2) ** 1024
    assert compare_exact(largest, beyond) is None
    assert compare_exact(math.inf, largest) is None
    assert compare_exact(math.inf, 1e308).pattern == "overflow"
    assert compare_exact(1.0, beyond * 2).pattern == "finite"


def test_exact_nan_and_inf_are_met_by_themselves_only():
    for exact in (math.inf, -math.inf, math.nan, mpmath.inf, mpmath.nan):
        assert compare_exact(float(exact), exact) is None
        assert compare_exact(1.0, exact) is not None
    assert compare_exact(-math.inf, math.inf).pattern == "inf"
    assert compare_exact(np.array([math.inf, 1.0]), [mpmath.inf, 1]) is None


def softmax(z):
    return np.exp(z) / np.exp(z).sum()


def stable_softmax(z):
    return softmax(z - z.max())


@pytest.mark.parametrize("scores", [[1000.0, 1001.0, 1002.0], [-800.0, 0.0, 700.0], [0.0, 1.0]])
def test_a_stable_softmax_is_within_a_few_units(scores):
    with mpmath.workdps(60):
        powers = [mpmath.exp(x) for x in scores]
        exact = [p / mpmath.fsum(powers) for p in powers]
    assert compare_exact(stable_softmax(np.array(scores)), exact, ulps=8) is None


def test_overflow_is_told():
    with np.errstate(all="ignore"):
        some = softmax(np.array([0.0, 800.0]))
        every = softmax(np.array([1000.0, 1001.0]))
    assert compare_exact(some, [0, 1]).words == (
        "Some values are nan where a finite number must be: it comes from inf / inf or inf - inf "
        "(overflow), 0 / 0 (underflow), or the root or logarithm of a negative number."
    )
    difference = compare_exact(every, exactly(lambda x: 1 / (1 + mpmath.exp(x)), 1, -1))
    assert difference.words.startswith("Every value is nan")
    assert difference.pattern == "nan"


def test_underflow_is_told():
    difference = compare_exact(np.array([0.0, 1.0]), [1e-300, 1.0])
    assert difference.pattern == "underflow"
    assert difference.words.startswith("Some values are 0 where another number must be")
    assert compare_exact(0.0, 1e-300).words.startswith("The value is 0")
    with np.errstate(under="ignore"):
        naive = 1 / (1 + np.exp(np.array([-720.0, 1.0])))
    exact = exactly(lambda x: 1 / (1 + mpmath.exp(-x)), -720, 1)
    assert compare_exact(naive, exact) is not None


def test_cancellation_is_told():
    x = 1e-5
    naive = (1 - math.cos(x)) / x**2
    difference = compare_exact(naive, exactly(lambda x: (1 - mpmath.cos(x)) / x**2, x)[0])
    assert difference.pattern == "cancellation"
    assert "units in the last digit that float64 keeps" in difference.detail
    assert not any(c.isdigit() for c in difference.words.replace("float32", ""))


def test_one_lost_entry_among_exact_ones_is_told_too():
    exact = exactly(mpmath.expm1, 1e-9, 1.0)
    actual = [math.exp(1e-9) - 1, math.expm1(1.0)]
    assert compare_exact(actual, exact).pattern == "cancellation"


def test_float32_and_wrong_formulas_are_no_cancellation():
    exact = exactly(mpmath.sqrt, 2, 3, 5)
    right = np.sqrt([2.0, 3.0, 5.0])
    assert compare_exact(right, exact) is None
    assert compare_exact(right.astype(np.float32), exact).pattern == "float32"
    assert compare_exact(-right, exact).pattern == "sign"
    assert compare_exact(2 * right, exact).pattern == "factor"
    assert compare_exact(0 * right, exact).pattern == "zero"
    assert compare_exact(right + np.array([0.0, 1.0, 0.0]), exact).words.startswith("Some values")


@pytest.mark.parametrize(
    ("actual", "pattern"),
    [
        (None, "none"),
        ("text", "kind"),
        ([[1.0], [2.0]], "shape"),
        ([1, [2]], "ragged"),
        (np.array([1j, 2]), "complex"),
        (1.0, "shape"),
        ([True, False], "bool"),
        (object, "kind"),
    ],
    ids=str,
)
def test_kind_and_shape_come_first(actual, pattern):
    assert compare_exact(actual, [1, 2, 3][:2]).pattern in (pattern, "extra_axis")


def test_no_actual_value_lets_an_exception_escape(junk):
    for exact in (1.0, [1.0, 2.0], [[mpmath.pi + 0]], []):
        for actual in [*junk, *([piece] for piece in junk)]:
            difference = compare_exact(actual, exact)
            assert difference is None or difference.words.endswith((".", "?"))


def test_what_a_difference_leaves_fits_float32_by_chance_and_is_not_called_that():
    x = 2e9
    with mpmath.workdps(40):
        exact = mpmath.sqrt(x + 1) - mpmath.sqrt(x)
    difference = compare_exact(math.sqrt(x + 1) - math.sqrt(x), exact)
    assert difference.pattern == "cancellation"
    assert "nearly equal numbers are subtracted" in difference.words
