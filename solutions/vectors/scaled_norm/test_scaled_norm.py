import mpmath
import numpy as np

from grader.judge.expect import expect_close, expect_stable, expect_unchanged
from grader.judge.remembered import remembered

ULPS = 4096  # about 12 digits: room for any order of summation


@remembered
def oracle(x):
    """The length of x to 60 digits."""
    with mpmath.workdps(60):
        return mpmath.sqrt(mpmath.fsum(mpmath.mpf(float(entry)) ** 2 for entry in x))


def expect_lengths(student, vectors):
    """The lengths agree with the oracle."""
    for x, value in zip(vectors, student.safe_norm.map(vectors), strict=True):
        expect_stable(value, oracle(x), ulps=ULPS, what="the length")


def whole(rng, n):
    """n whole numbers from 1 to 9."""
    return rng.integers(1, 10, size=n).astype(float)


def test_ordinary(student, rng):
    expect_lengths(
        student, [whole(rng, n) for n in (1, 2, 3, 5)] + [rng.uniform(0.5, 2.0, size=200)]
    )


def test_huge(student, rng):
    scales = (1e200, 1e160, 1e299)
    expect_lengths(student, [scale * whole(rng, n) for scale in scales for n in (2, 3)])


def test_tiny(student, rng):
    # A threshold shows at 1e-40, plain squares at 1e-160, an added epsilon from 1e-170 on.
    scales = (1e-200, 1e-40, 1e-160, 1e-170, 1e-299)
    expect_lengths(student, [scale * whole(rng, n) for scale in scales for n in (2, 3)])


def test_signs(student, rng):
    vectors = [-whole(rng, n) for n in (1, 2, 4)]
    vectors += [-1e200 * whole(rng, 2), -1e-200 * whole(rng, 2)]
    vectors.append(np.array([1e-200, -1e200, -2e200]))  # its largest number is its smallest size
    vectors.append(whole(rng, 1)[0] * np.array([1e180, -1e180]))  # and this one has the mean zero
    expect_lengths(student, vectors)


def test_mixed_sizes(student, rng):
    a, b, c = whole(rng, 3)
    vectors = [
        np.array([a * 1e200, b, c * 1e-200]),
        np.array([a * 1e-200, b * 1e-190, 0.0]),
        np.array([0.0, a * 1e250, 0.0]),
        np.array([a * 1e150, b * 1e155, c * 1e158]),
        np.append(1e180 * whole(rng, 3), np.full(60, 1e-250)),
    ]
    expect_lengths(student, vectors)


def test_zeros(student):
    for n in (1, 3, 0):
        expect_close(student.safe_norm(np.zeros(n)), 0.0)


def test_infinite(student, rng):
    for x in ([np.inf, 1.0], [2.0, -np.inf], [np.inf, -np.inf, 0.0], [-np.inf]):
        expect_close(student.safe_norm(np.array(x)), np.inf)


def test_input_unchanged(student, rng):
    for x in (whole(rng, 3), 1e200 * whole(rng, 2)):
        value = expect_unchanged(student.safe_norm, x)
        expect_stable(value, oracle(x), ulps=ULPS, what="the length")
