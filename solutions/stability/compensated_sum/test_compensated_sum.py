from fractions import Fraction

import numpy as np

from grader.judge.expect import expect_close, expect_stable, expect_unchanged
from grader.judge.remembered import remembered

ULPS = 2  # the promise is 1, and the exact sum may lie between two floats


@remembered
def exact(x):
    """The sum in whole numbers of the smallest unit in x."""
    mantissas, exponents = np.frexp(x)
    lowest = int(exponents.min())
    shifts = (exponents - lowest).tolist()
    whole = (mantissas * 2.0**53).astype(np.int64).tolist()
    total = sum(number << shift for number, shift in zip(whole, shifts, strict=True))
    return total * Fraction(2) ** (lowest - 53)


def expect_sums(student, arrays):
    """The sums agree with exact arithmetic."""
    for x, value in zip(arrays, student.neumaier_sum.map(arrays), strict=True):
        expect_stable(value, exact(x), ulps=ULPS, what="the sum")


def halves(rng, n):
    """n numbers in steps of one half from 1 to 10, of either sign, with a sum that is not 0."""
    x = rng.choice([-1.0, 1.0], size=n) * rng.integers(2, 21, size=n) / 2
    return x if x.sum() != 0 else np.abs(x)


def test_everyday_numbers(student, rng):
    expect_sums(student, [halves(rng, n) for n in (1, 2, 3, 7)])


def test_no_numbers(student, rng):
    for x in (np.zeros(0), np.zeros(3)):
        expect_close(student.neumaier_sum(x), 0.0, what="the sum")


def test_small_beside_large(student, rng):
    few = 1.0 + 2 * rng.integers(1, 5, size=2)  # odd, so that half of a step is lost
    arrays = [
        np.array([1e16, few[0], few[1], -1e16]),
        np.concatenate([[1e16], np.ones(300)]),
        np.concatenate([[-1e16], -np.ones(200 + 2 * int(rng.integers(50))), [1e16]]),
    ]
    expect_sums(student, arrays)


def test_long_sum(student, rng):
    tenth = float(rng.integers(1, 4)) / 10
    expect_sums(student, [np.full(10_000, tenth), np.full(9_217, -tenth)])


def test_huge_pair(student, rng):
    a, b = (rng.permutation(8)[:2] + 2).astype(float)
    huge = float(rng.choice([1e60, 1e100, 1e200]))
    expect_sums(
        student,
        [
            np.array([a, huge, b, -huge]),
            np.array([a, -huge, b, huge]),
            np.array([huge, a, -huge, b]),
            np.array([-a, -b, huge, -huge]),
            np.array([-a, -huge, huge, -b]),
            np.concatenate([halves(rng, 20) * 2, [huge], halves(rng, 20) * 2, [-huge, 100.0]]),
        ],
    )


def test_sums_that_nearly_cancel(student, rng):
    arrays = []
    for n in (20, 20, 200, 900):
        x = rng.uniform(-1, 1, size=n)
        x = np.append(x, -x.sum() + 2e-6 * n * rng.uniform(1, 2))
        arrays += [np.append(1e-5 * rng.uniform(1, 2), x), x[rng.permutation(n + 1)]]
    expect_sums(student, arrays)


def test_input_unchanged(student, rng):
    for n in (4, 6):
        x = np.sort(halves(rng, n))[::-1].copy()
        x[0] += 1.0
        value = expect_unchanged(student.neumaier_sum, x)
        expect_close(value, float(x.sum()), what="the sum")
