import mpmath
import numpy as np

from grader.judge.expect import (
    expect_array,
    expect_close,
    expect_gradient,
    expect_stable,
    expect_unchanged,
    expect_vectorised,
)
from grader.judge.remembered import remembered

ULPS = 4096  # about 12 digits


@remembered
def exact_softplus(z):
    with mpmath.workdps(400):
        t = [mpmath.mpf(float(one)) for one in np.ravel(z)]
        return [max(one, 0) + mpmath.log1p(mpmath.exp(-abs(one))) for one in t]


@remembered
def exact_log1mexp(z):
    with mpmath.workdps(400):
        return [mpmath.log(-mpmath.expm1(-mpmath.mpf(float(one)))) for one in np.ravel(z)]


def expect_exact(function, exact, *inputs):
    inputs = [np.array(z, dtype=float) for z in inputs]
    for z, value in zip(inputs, function.map(inputs), strict=True):
        expect_stable(expect_array(value, z.shape).ravel(), exact(z), ulps=ULPS)


def tenths(rng, n):
    """Tenths from 0.3 to 4."""
    return rng.integers(3, 41, size=n) / 10


def test_softplus_in_the_middle(student, rng):
    z = tenths(rng, 6) * np.array([1, -1, 1, -1, 1, -1])
    expect_exact(student.softplus, exact_softplus, z)
    expect_gradient(
        lambda z: expect_array(student.softplus(np.array([z])), (1,))[0],
        0.7,
        1 / (1 + np.exp(-0.7)),
        what="the slope of your softplus",
    )


def test_softplus_far_right(student, rng):
    far = [710.0, 800.0, 1e5, 1e300]
    expect_exact(student.softplus, exact_softplus, [21.0, 24.5, float(rng.integers(30, 60))], far)


def test_softplus_far_left(student, rng):
    expect_exact(
        student.softplus,
        exact_softplus,
        [-float(rng.integers(9, 16)), -20.0],
        [-float(rng.integers(32, 36)), -40.0],
        [-float(rng.integers(80, 99)), -300.0, -700.0],
    )


def test_log1mexp_in_the_middle(student, rng):
    expect_exact(student.log1mexp, exact_log1mexp, tenths(rng, 6), [0.69, 0.7, 0.6931471805599453])


def test_log1mexp_near_zero(student, rng):
    first = float(rng.integers(1, 10))
    expect_exact(
        student.log1mexp,
        exact_log1mexp,
        [first * 1e-6, first * 1e-9],
        [first * 1e-20, 1e-100, 1e-300],
    )


def test_log1mexp_far_right(student, rng):
    expect_exact(
        student.log1mexp,
        exact_log1mexp,
        [20.5, float(rng.integers(21, 30)), 40.0],
        [float(rng.integers(80, 99)), 300.0, 700.0],
    )


def test_mirrored(student, rng):
    z = tenths(rng, 5)
    right, left = (expect_array(v, (5,)) for v in student.softplus.map([z, -z]))
    expect_close(right - left, z, what="softplus(z) - softplus(-z)")


def test_shapes(student, rng):
    for shape in ((2, 3), (3, 1), (1,), (2, 2, 2), (), (0,)):
        z = np.array(rng.integers(1, 30, size=shape) / 8)
        expect_exact(student.softplus, exact_softplus, z)
        expect_exact(student.log1mexp, exact_log1mexp, z)


def test_no_loop(student, rng):
    z = rng.uniform(0.1, 5, size=64)
    for function, exact in (
        (student.softplus, exact_softplus),
        (student.log1mexp, exact_log1mexp),
    ):
        value = expect_vectorised(function, (z[:8],), (z,))
        expect_close(value, np.array([float(one) for one in exact(z)]))


def test_input_unchanged(student, rng):
    z = tenths(rng, 4)
    for function, exact in (
        (student.softplus, exact_softplus),
        (student.log1mexp, exact_log1mexp),
    ):
        value = expect_unchanged(function, z)
        expect_close(value, np.array([float(one) for one in exact(z)]))
