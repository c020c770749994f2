import numpy as np

from grader.judge.expect import expect_array, expect_close, expect_raises, expect_unchanged


def whole(rng, *shape):
    """Whole numbers, no two of them equal."""
    count = int(np.prod(shape))
    return (rng.permutation(count) - count // 2).reshape(shape).astype(float)


def bias(rng, m):
    """Different biases that are not whole and not zero."""
    return rng.permutation(m) + 1.5


def expect_sums(student, inputs):
    for (Z, b), Y in zip(inputs, student.add_bias.map(inputs), strict=True):
        expect_close(expect_array(Y, Z.shape), np.array([row + b for row in Z]))


def test_batches(student, rng):
    shapes = ((2, 3), (3, 2), (1, 3), (3, 1), (1, 1), (5, 2))
    inputs = [(whole(rng, n, m), bias(rng, m)) for n, m in shapes]
    expect_sums(student, [*inputs, (rng.normal(size=(12, 7)), rng.normal(size=7))])


def test_square_batch(student, rng):
    # As many examples as outputs: a bias along the wrong axis raises no error.
    expect_sums(student, [(whole(rng, n, n), bias(rng, n)) for n in (2, 3, 4)])


def test_whole_numbers(student, rng):
    shapes = ((2, 3), (3, 2), (2, 2))
    expect_sums(
        student, [(whole(rng, *shape).astype(int), bias(rng, shape[1])) for shape in shapes]
    )


def test_wrong_length(student, rng):
    for n, m, length in ((3, 2, 3), (2, 3, 2), (2, 3, 4), (2, 3, 1), (3, 3, 1), (3, 1, 3)):
        with expect_raises(ValueError):
            student.add_bias(whole(rng, n, m), bias(rng, length))


def test_wrong_axes(student, rng):
    for n, m, shape in (
        (2, 3, (1, 3)),
        (2, 3, (3, 1)),
        (2, 3, (2, 1)),
        (3, 3, (3, 1)),
        (3, 3, (1, 3)),
        (2, 3, (2, 3)),
        (3, 1, (1, 1)),
    ):
        with expect_raises(ValueError):
            student.add_bias(whole(rng, n, m), whole(rng, *shape) + 0.5)


def test_one_step_for_all(student, rng):
    for n, m in ((3, 2), (2, 2), (2, 4)):
        Z, b = whole(rng, n, m), bias(rng, m)
        moved, start = student.add_bias.map([(Z, b), (np.zeros((n, m)), b)])
        moved, start = expect_array(moved, (n, m)), expect_array(start, (n, m))
        expect_close(start, np.array([b] * n), what="the rows where Z is zero")
        expect_close(np.diff(moved, axis=0), np.diff(Z, axis=0), what="the step from row to row")


def test_inputs_unchanged(student, rng):
    for n, m in ((3, 2), (2, 2), (1, 3)):
        Z, b = whole(rng, n, m), bias(rng, m)
        expect_close(expect_unchanged(student.add_bias, Z, b), np.array([row + b for row in Z]))
