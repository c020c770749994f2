import numpy as np

from grader.judge.expect import expect, expect_array, expect_close, expect_unchanged


def data(rng, n, d):
    """Different whole numbers in each column, truths of both kinds that no column explains."""
    X = np.array([rng.permutation(3 * n)[:n] - n for _ in range(d)], dtype=float).T
    y = ((np.arange(n) + rng.integers(2)) % 2).astype(float)
    return X, y


def three(value, X, steps):
    expect(type(value) in (tuple, list) and len(value) == 3, "Return three values: w, b, losses.")
    w, b, losses = value
    return (
        expect_array(w, (X.shape[1],), what="w"),
        expect_array(b, (), what="b"),
        expect_array(losses, (steps,), what="losses"),
    )


def expect_trained(value, reference, case):
    X, _, lr, steps = case
    w, b, losses = three(value, X, steps)
    right_w, right_b, right_losses = reference.train(*case)
    # An entry that ought to be 0 has the rounding of the steps that led to it.
    size = max(float(np.max(np.abs(right_w))), abs(float(right_b)), 1e-3 * lr)
    expect_close(w, right_w, rtol=1e-5, atol=1e-5 * size, what="w")
    expect_close(b, float(right_b), rtol=1e-5, atol=1e-5 * size, what="b")
    largest = max(1.0, float(np.max(right_losses)))
    expect_close(losses, right_losses, rtol=1e-5, atol=1e-5 * largest, what="losses")


def expect_all(student, reference, cases):
    for case, value in zip(cases, student.train.map(cases), strict=True):
        expect_trained(value, reference, case)


def test_tidy_data(student, reference, rng):
    cases = [
        (*data(rng, n, d), lr, steps) for n, d, lr, steps in ((6, 2, 0.5, 10), (5, 3, 0.1, 20))
    ]
    expect_all(student, reference, [*cases, (*data(rng, 4, 4), 1.0, 5)])


def test_first_loss(student, reference, rng):
    X, y = data(rng, 5, 2)
    case = (X, y, 0.25, 1)
    value = student.train(*case)
    expect_close(three(value, X, 1)[2], np.log([2.0]), what="the loss before the first step")
    expect_trained(value, reference, case)


def test_far_from_zero(student, reference, rng):
    for far in (1e6, 1e8, 1e9):
        X, y = data(rng, 6, 2)
        X[:, 0] += far
        expect_all(student, reference, [(X, y, 0.5, 5)])


def test_tiny_columns(student, reference, rng):
    X, y = data(rng, 5, 2)
    expect_all(student, reference, [(X * 1e-9, y, 0.5, 5), (X * np.array([1e-9, 1.0]), y, 0.5, 5)])


def test_columns_of_equal_numbers(student, reference, rng):
    X, y = data(rng, 5, 3)
    X[:, 1] = float(rng.integers(2, 9))
    tenths, z = data(rng, 3, 2)
    tenths[:, 0] = 0.1  # the mean of three of them is rounded, and the spread is not quite 0
    expect_all(student, reference, [(tenths, z, 0.5, 5)])
    flat = np.full((4, 2), 3.0)
    expect_all(student, reference, [(X, y, 0.5, 5), (flat, np.array([0.0, 1.0, 1.0, 1.0]), 0.5, 5)])


def test_large_steps(student, reference, rng):
    for lr in (1000.0, 10000.0):
        for n in (6, 7):
            expect_all(student, reference, [(*data(rng, n, 2), lr, 6)])


def test_one_example(student, reference, rng):
    X, _ = data(rng, 1, 3)
    expect_all(student, reference, [(X, np.array([1.0]), 0.5, 4), (X, np.array([0.0]), 2000.0, 4)])


def test_inputs_unchanged(student, reference, rng):
    for n, d in ((5, 2), (3, 3)):
        case = (*data(rng, n, d), 0.5, 3)
        expect_trained(expect_unchanged(student.train, *case), reference, case)
