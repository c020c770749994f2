import mpmath
import numpy as np

from grader.judge.expect import (
    expect,
    expect_array,
    expect_close,
    expect_new_array,
    expect_stable,
    expect_unchanged,
)
from grader.judge.remembered import remembered

ULPS = 4096  # about 12 digits: room for any way to compute the length


@remembered
def oracle(x):
    """The unit vector of x to 60 digits."""
    with mpmath.workdps(60):
        entries = [mpmath.mpf(float(entry)) for entry in x]
        length = mpmath.sqrt(mpmath.fsum(entry**2 for entry in entries))
        return [entry / length for entry in entries]


def whole(rng, n):
    """n different whole numbers from 2 to 9 in size; the first is the smallest, and negative."""
    x = np.sort(rng.permutation(8)[:n] + 2.0)
    x[0] *= -1
    return x


def test_values(student, reference, rng):
    a, b = whole(rng, 2)
    inputs = [whole(rng, n) for n in (2, 3, 1, 5)] + [rng.normal(size=50)]
    inputs += [np.array([b, -b]), np.array([b, a, -a - b]), np.array([0.0, b, 0.0])]
    for actual, expected in zip(
        student.normalize.map(inputs), reference.normalize.map(inputs), strict=True
    ):
        expect_close(actual, expected)


def test_zeros(student):
    for n in (2, 1, 4):
        expect_close(student.normalize(np.zeros(n)), np.zeros(n))


def test_huge_and_tiny(student, rng):
    scales = (1e-8, 1e-20, 1e-200, 1e-298, 1e200, 1e298)
    inputs = [scale * whole(rng, n) for scale in scales for n in (2, 3)]
    inputs.append(np.array([1e200, 2e-150, 3.0]))
    for x, actual in zip(inputs, student.normalize.map(inputs), strict=True):
        expect_stable(expect_array(actual, x.shape), oracle(x), ulps=ULPS)


def test_length_and_direction(student, rng):
    for n in (2, 4):
        x = whole(rng, n)
        once, longer, turned = (
            expect_array(value, (n,)) for value in student.normalize.map([x, 8 * x, -x])
        )
        expect_close(np.sum(once**2), 1.0, what="the squared length of the result")
        expect(once @ x > 0, "The result must point the way x points.")
        expect_close(once * x[0], x * once[0], what="the result, stretched back to x")
        expect_close(longer, once, what="the unit vector of 8x")
        expect_close(turned, -once, what="the unit vector of -x")
        expect_close(student.normalize(once), once, what="the unit vector of a unit vector")


def test_whole_numbers(student, reference, rng):
    inputs = [whole(rng, n).astype(np.int64) for n in (2, 3)] + [np.zeros(2, dtype=np.int64)]
    for actual, expected in zip(
        student.normalize.map(inputs), reference.normalize.map(inputs), strict=True
    ):
        expect_close(actual, expected)


def test_new_array(student, rng):
    x = whole(rng, 2)
    for case, right in ((x, x / np.sqrt(np.sum(x**2))), (np.zeros(2), np.zeros(2)), ([1.0], [1.0])):
        expect_close(expect_new_array(student.normalize, np.array(case)), np.array(right))


def test_input_unchanged(student, reference, rng):
    for n in (2, 3):
        x = whole(rng, n)
        expect_close(expect_unchanged(student.normalize, x), reference.normalize(x))
