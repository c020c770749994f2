import mpmath
import numpy as np

from grader.judge.expect import (
    expect,
    expect_array,
    expect_close,
    expect_stable,
    expect_unchanged,
    expect_vectorised,
)
from grader.judge.remembered import remembered

ULPS = 4096  # about 12 digits: room for exp(z - log(sum)), whose logarithm is rounded


@remembered
def oracle(row):
    """The softmax of one row to 60 digits."""
    with mpmath.workdps(60):
        powers = [mpmath.exp(mpmath.mpf(float(z))) for z in row]
        total = mpmath.fsum(powers)
        return [power / total for power in powers]


def expect_rows(student, *tables):
    """Softmax of the rows of each table, and of each row alone, agrees with the oracle."""
    inputs = [part for Z in tables for part in (Z, *Z)]
    for Z, P in zip(inputs, student.softmax.map(inputs), strict=True):
        exact = oracle(Z) if Z.ndim == 1 else [oracle(row) for row in Z]
        expect_stable(expect_array(P, Z.shape), exact, ulps=ULPS)


def scores(rng, *shape):
    """Small whole scores, easy to follow by hand."""
    return rng.integers(-5, 6, size=shape).astype(float)


def test_values(student, reference, rng):
    shapes = ((1,), (2,), (3,), (2, 3), (3, 2), (2, 2), (3, 3), (1, 3))
    inputs = [scores(rng, *shape) for shape in shapes]
    inputs += [np.full(4, 3.0), np.full((3, 2), -7.0), rng.normal(size=(20, 5))]
    for actual, expected in zip(
        student.softmax.map(inputs), reference.softmax.map(inputs), strict=True
    ):
        expect_close(actual, expected)


def test_other_axis(student, reference, rng):
    inputs = [scores(rng, *shape) for shape in ((2, 2), (3, 3), (2, 3), (4, 2))]
    for Z in inputs:
        Z[0] += 1.5  # columns and rows never agree by chance
    for axis in (0, 1):
        answers = student.softmax.map(inputs, axis=axis)
        for actual, expected in zip(answers, reference.softmax.map(inputs, axis=axis), strict=True):
            expect_close(actual, expected)


def test_large_scores(student, rng):
    gaps = rng.integers(0, 4, size=3).astype(float)
    expect_rows(student, *(base + np.array([gaps, gaps[::-1]]) for base in (1000.0, 750.0, 996.0)))


def test_rows_far_apart(student, rng):
    high = 1000.0 - rng.integers(0, 4, size=(2, 3))
    low = -1000.0 + rng.integers(0, 4, size=(1, 3))
    expect_rows(student, np.vstack([low, high]), np.vstack([high, low, scores(rng, 1, 3)]))


def test_wide_row(student, rng):
    step = float(rng.integers(1, 5))
    expect_rows(
        student,
        np.array([[-800.0, 0.0, 800.0], [-1000.0, 1000.0 - step, 1000.0]]),
        np.array([[900.0, -900.0 + step, 900.0 - step]]),
    )


def test_masked_entry(student, rng):
    tables = [scores(rng, 1, 3), scores(rng, 3, 3), np.array([[2.0, 1.0]])]
    for row in [row for Z in tables for row in Z]:
        row[rng.integers(len(row))] = -np.inf
    for Z, P in zip(tables, student.softmax.map(tables), strict=True):
        P = expect_array(P, Z.shape)
        expect(np.all(P[np.isneginf(Z)] == 0), "A score of -inf has a probability of exactly 0.")
    expect_rows(student, *tables)


def test_symmetries(student, reference, rng):
    for shape in ((2, 3), (3, 3), (2, 4)):
        Z = scores(rng, *shape)
        order = rng.permutation(shape[1])
        P, moved, mixed = student.softmax.map([Z, Z + 16.0, Z[:, order]])
        P = expect_array(P, shape)
        expect_close(moved, P, what="softmax after the same amount was added everywhere")
        expect_close(mixed, P[:, order], what="softmax after the entries changed places")
        gaps, rises = Z[:, 1:] - Z[:, :-1], P[:, 1:] - P[:, :-1]
        expect(np.all(gaps * rises >= 0), "In a row, a larger score never has a smaller share.")
        ratios = P / P.max(axis=1, keepdims=True)
        right = np.exp(Z - Z.max(axis=1, keepdims=True))
        expect_close(ratios, right, what="the share of each entry, relative to the largest")


def test_no_loop(student, reference, rng):
    Z = rng.uniform(-2, 2, size=(64, 3))
    value = expect_vectorised(student.softmax, (Z[:8],), (Z,))
    expect_close(value, reference.softmax(Z))
    value = expect_vectorised(student.softmax, (Z[:8, 0],), (Z[:, 0],))
    expect_close(value, reference.softmax(Z[:, 0]))


def test_inputs_unchanged(student, reference, rng):
    for shape in ((3,), (2, 3), (3, 3)):
        Z = scores(rng, *shape) + 0.5
        expect_close(expect_unchanged(student.softmax, Z), reference.softmax(Z))
