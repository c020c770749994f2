import numpy as np

from grader.judge.expect import (
    expect_array,
    expect_close,
    expect_new_array,
    expect_unchanged,
    expect_vectorised,
)


def stack(rng, n, d):
    """Rows of whole numbers, the first entry of each negative, no two entries of equal size."""
    X = rng.permutation(n * d).reshape(n, d) + 2.0
    X[:, 0] *= -1
    return X


def expect_values(student, reference, inputs):
    answers = student.normalize_rows.map(inputs)
    for actual, expected in zip(answers, reference.normalize_rows.map(inputs), strict=True):
        expect_close(actual, expected)


def test_values(student, reference, rng):
    inputs = [stack(rng, n, d) for n, d in ((3, 2), (2, 4), (1, 3), (3, 1))]
    expect_values(student, reference, [*inputs, rng.normal(size=(20, 7))])


def test_square(student, reference, rng):
    # Here a sum that lost its axis raises no error.
    expect_values(student, reference, [stack(rng, n, n) for n in (2, 3, 4)])


def test_zero_rows(student, reference, rng):
    inputs = [stack(rng, n, d) for n, d in ((2, 2), (3, 2), (3, 4))]
    for X in inputs:
        X[rng.integers(len(X))] = 0.0
    expect_values(student, reference, [*inputs, np.zeros((2, 3)), np.zeros((1, 1))])


def test_short_rows(student, reference, rng):
    scales = np.array([[1e-40], [1.0], [1e40]])
    inputs = [scales[:n] * stack(rng, n, d) for n, d in ((2, 2), (3, 2), (1, 2))]
    for X in inputs:
        X[0, -1] = 0.0
    for X, actual in zip(inputs, student.normalize_rows.map(inputs), strict=True):
        for row, expected in zip(
            expect_array(actual, X.shape), reference.normalize_rows(X), strict=True
        ):
            expect_close(row, expected, what="a row")


def test_rows_stay_separate(student, rng):
    for n, d in ((3, 3), (3, 2)):
        X = stack(rng, n, d)
        stretched = X.copy()
        stretched[1] *= 4.0
        order = np.array([2, 0, 1])
        one, other, mixed, alone = student.normalize_rows.map([X, stretched, X[order], X[:1]])
        one = expect_array(one, (n, d))
        expect_close(np.sum(one**2, axis=1), np.ones(n), what="the squared length of each row")
        expect_close(other, one, what="the result after one row was stretched")
        expect_close(mixed, one[order], what="the result after the rows changed places")
        expect_close(alone, one[:1], what="the result for the first row alone")


def test_whole_numbers(student, reference, rng):
    inputs = [stack(rng, n, d).astype(np.int64) for n, d in ((2, 2), (3, 2))]
    expect_values(student, reference, [*inputs, np.zeros((2, 2), dtype=np.int64)])


def test_no_loop(student, reference, rng):
    X = stack(rng, 400, 3)
    value = expect_vectorised(student.normalize_rows, (X[:50],), (X,))
    expect_close(value, reference.normalize_rows(X))


def test_input_unchanged(student, reference, rng):
    for n, d in ((2, 2), (3, 2)):
        X = stack(rng, n, d)
        expect_close(expect_unchanged(student.normalize_rows, X), reference.normalize_rows(X))
        expect_close(expect_new_array(student.normalize_rows, X), reference.normalize_rows(X))
