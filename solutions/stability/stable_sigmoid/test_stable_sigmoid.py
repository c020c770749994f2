import mpmath
import numpy as np

from grader.judge.expect import (
    expect_array,
    expect_close,
    expect_stable,
    expect_unchanged,
    expect_vectorised,
)
from grader.judge.remembered import remembered

ULPS = 4096  # about 12 digits


@remembered
def oracle(z):
    """The sigmoid of each entry to 60 digits."""
    with mpmath.workdps(60):
        return [1 / (1 + mpmath.exp(-mpmath.mpf(float(one)))) for one in np.ravel(z)]


def expect_right(student, z):
    value = expect_array(student.sigmoid(z), z.shape)
    expect_stable(value.ravel(), oracle(z), ulps=ULPS)


def signs(rng, n):
    """n numbers in tenths, from 0.2 to 3 in size, of both signs."""
    z = rng.integers(2, 31, size=n) / 10 * rng.choice([-1.0, 1.0], size=n)
    z[:2] = [abs(z[0]), -abs(z[1])]
    return z


def test_values(student, rng):
    expect_right(student, signs(rng, 6))
    expect_right(student, rng.uniform(-3, 3, size=40))


def test_right_side(student, rng):
    large = [float(rng.integers(20, 30)), 40.0, 709.0, 710.0, 800.0, 1e5, 1e300]
    expect_right(student, np.array(large))


def test_left_side(student, rng):
    # At -710 and -720 exp(-z) is infinite, and float64 still has a number for the result.
    expect_right(student, np.array([-710.0, -float(rng.integers(711, 721))]))
    expect_right(student, np.array([-800.0, -1000.0, -1e5, -1e300]))
    expect_right(student, np.array([2.0, -800.0, 0.5]))


def test_left_tail(student, rng):
    tails = [
        -np.array([float(rng.integers(30, 36)), 38.0, 50.0]),
        -np.array([float(rng.integers(80, 99)), 120.0]),
        -np.array([float(rng.integers(300, 330)), 700.0]),
    ]
    for z, value in zip(tails, student.sigmoid.map(tails), strict=True):
        expect_stable(expect_array(value, z.shape), oracle(z), ulps=ULPS)


def test_both_at_once(student, rng):
    z = signs(rng, 8)
    z[2:6] = [800.0, -800.0, 45.0, -45.0]
    expect_right(student, z)
    expect_right(student, z.reshape(2, 4))


def test_ends(student):
    value = student.sigmoid(np.array([np.inf, -np.inf, 0.0, -0.0]))
    expect_close(value, np.array([1.0, 0.0, 0.5, 0.5]))
    expect_close(student.sigmoid(np.array([np.nan, 1.0])), np.array([np.nan, 1 / (1 + np.exp(-1))]))


def test_shapes(student, rng):
    for shape in ((3,), (2, 3), (2, 2, 2), (1,), (), (0,)):
        z = rng.integers(-20, 21, size=shape) / 4
        expect_close(expect_array(student.sigmoid(np.array(z)), shape), 1 / (1 + np.exp(-z)))


def test_mirrored(student, rng):
    z = np.abs(signs(rng, 5))
    right, left = (expect_array(v, z.shape) for v in student.sigmoid.map([z, -z]))
    expect_close(right + left, np.ones(5), what="the sum of the values at z and at -z")
    expect_close(np.log(right / left), z, what="the logarithm of their quotient")


def test_no_loop(student, rng):
    z = rng.normal(size=64)
    expect_close(expect_vectorised(student.sigmoid, (z[:8],), (z,)), 1 / (1 + np.exp(-z)))


def test_input_unchanged(student, rng):
    for z in (signs(rng, 4), np.array([-800.0, 800.0])):
        value = expect_unchanged(student.sigmoid, z)
        expect_stable(expect_array(value, z.shape), oracle(z), ulps=ULPS)
