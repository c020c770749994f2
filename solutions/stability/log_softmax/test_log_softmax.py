import mpmath
import numpy as np

from grader.judge.expect import (
    expect,
    expect_array,
    expect_close,
    expect_unchanged,
    expect_vectorised,
)
from grader.judge.remembered import remembered


@remembered
def exact(row):
    with mpmath.workdps(60):
        top = mpmath.mpf(float(max(row)))
        z = [mpmath.mpf(float(one)) for one in row]
        norm = top + mpmath.log(mpmath.fsum(mpmath.exp(one - top) for one in z))
        return np.array([float(one - norm) for one in z])


def right(Z, axis=-1):
    return np.apply_along_axis(exact, axis, Z)


def scores(rng, *shape):
    """Different halves, so that two in a row always differ."""
    return rng.permutation(int(np.prod(shape))).reshape(shape) / 2 - 2


def expect_rows(student, arrays, axis=-1):
    for Z in arrays:
        value = expect_array(student.log_softmax(Z, axis=axis), Z.shape)
        size = max(1.0, float(np.max(np.abs(Z))))
        expect_close(value, right(Z, axis), rtol=1e-11, atol=1e-12 * size)


def test_values(student, rng):
    expect_rows(student, [scores(rng, 3), scores(rng, 2, 3), rng.normal(size=(4, 5))])


def test_large(student, rng):
    expect_rows(student, [scores(rng, 3) + 900, scores(rng, 2, 2) + 5000, scores(rng, 3) - 3000])


def test_small_probabilities(student, rng):
    for gap in (30.0, 400.0, 800.0, 1e5):
        Z = scores(rng, 2, 3)
        Z[:, 1] += gap
        expect_rows(student, [Z])


def test_rows_far_apart(student, rng):
    expect_rows(student, [scores(rng, 3, 4) + np.array([[2000.0], [0.0], [-2000.0]])])


def test_axes(student, rng):
    for shape, axis in (((2, 3), 0), ((3, 3), 0), ((2, 3, 4), 1), ((2, 3, 4), -3)):
        expect_rows(student, [scores(rng, *shape)], axis)


def test_one_entry(student, rng):
    expect_rows(student, [scores(rng, 1) + 5, scores(rng, 3, 1) + 900])


def test_sums_to_one(student, rng):
    for Z in (scores(rng, 3, 4), scores(rng, 2, 5) * 3):
        value = expect_array(student.log_softmax(Z), Z.shape)
        expect(np.all(value < 0), "The logarithm of a probability below 1 is negative.")
        expect_close(
            np.exp(value).sum(axis=-1), np.ones(len(Z)), what="the sum of the probabilities"
        )
        expect_close(
            student.log_softmax(value), value, atol=1e-12, what="log_softmax, applied once more"
        )


def test_no_loop(student, rng):
    Z = rng.normal(size=(64, 5))
    expect_close(expect_vectorised(student.log_softmax, (Z[:8],), (Z,)), right(Z))
    Z = rng.normal(size=(3, 64))
    expect_close(expect_vectorised(student.log_softmax, (Z[:, :8],), (Z,)), right(Z))


def test_input_unchanged(student, rng):
    for Z in (scores(rng, 2, 3), scores(rng, 4)):
        expect_close(expect_unchanged(student.log_softmax, Z), right(Z))
