import math

import numpy as np

from grader.judge.expect import (
    expect_array,
    expect_close,
    expect_raises,
    expect_unchanged,
    expect_vectorised,
)


def layer(rng, shape, outputs):
    """A batch of that shape with weights and biases that fit, in whole numbers.

    No two values of an array are equal, so that two that changed places always show.
    """
    features = math.prod(shape[1:])
    return (
        rng.permutation(math.prod(shape)).reshape(shape) - 3.0,
        rng.permutation(features * outputs).reshape(features, outputs) - 2.0,
        rng.permutation(outputs) + 3.0,
    )


def test_matrices(student, reference, rng):
    inputs = [layer(rng, (n, d), m) for n, d, m in ((1, 2, 1), (2, 1, 3), (1, 3, 2), (5, 3, 4))]
    inputs.append((rng.normal(size=(20, 7)), rng.normal(size=(7, 3)), rng.normal(size=3)))
    for actual, expected in zip(
        student.linear.map(inputs), reference.linear.map(inputs), strict=True
    ):
        expect_close(expect_array(actual, expected.shape), expected)


def test_square(student, reference, rng):
    # Every axis has the same size: here a transposed product raises no error.
    inputs = [layer(rng, (n, n), n) for n in (2, 3, 2)]
    for actual, expected in zip(
        student.linear.map(inputs), reference.linear.map(inputs), strict=True
    ):
        expect_close(actual, expected)


def test_images(student, reference, rng):
    shapes = ((1, 2, 2), (2, 2, 2), (2, 2, 3), (3, 2, 2, 2), (4, 3, 5))
    inputs = [layer(rng, shape, 2) for shape in shapes]
    for actual, expected in zip(
        student.linear.map(inputs), reference.linear.map(inputs), strict=True
    ):
        expect_close(actual, expected)


def test_linear_in_x(student, rng):
    for n, d, m in ((1, 2, 2), (2, 2, 2), (4, 3, 2)):
        X, W, b = layer(rng, (n, d), m)
        other = rng.integers(-5, 6, size=X.shape).astype(float)
        nothing = np.zeros(m)
        inputs = [(X, W, nothing), (other, W, nothing), (2 * X + other, W, nothing), (0 * X, W, b)]
        one, two, mixed, origin = (expect_array(y, (n, m)) for y in student.linear.map(inputs))
        expect_close(mixed, 2 * one + two, what="without a bias, the output for 2X + Z")
        expect_close(origin, np.tile(b, (n, 1)), what="the output where X is zero")


def test_rows_stay_separate(student, reference, rng):
    for shape in ((3, 2), (3, 3), (3, 2, 2)):
        X, W, b = layer(rng, shape, 3)
        moved = X.copy()
        moved[1] += 1.0
        before, after = student.linear.map([(X, W, b), (moved, W, b)])
        before, after = expect_array(before, (3, 3)), expect_array(after, (3, 3))
        expect_close(after[[0, 2]], before[[0, 2]], what="the rows whose example did not change")
        expect_close(after[1], reference.linear(moved, W, b)[1], what="the row that did change")


def test_wrong_width(student, rng):
    X, W, b = layer(rng, (2, 3), 2)
    for wrong in (X[:, :2], np.ones((3, 1)), np.ones((2, 2, 3))):
        with expect_raises(ValueError):
            student.linear(wrong, W, b)


def test_no_loop(student, reference, rng):
    X, W, b = layer(rng, (64, 3, 2), 4)
    value = expect_vectorised(student.linear, (X[:8], W, b), (X, W, b))
    expect_close(value, reference.linear(X, W, b))


def test_inputs_unchanged(student, reference, rng):
    for shape in ((3, 2), (2, 2), (2, 2, 3)):
        X, W, b = layer(rng, shape, 2)
        expect_close(expect_unchanged(student.linear, X, W, b), reference.linear(X, W, b))
