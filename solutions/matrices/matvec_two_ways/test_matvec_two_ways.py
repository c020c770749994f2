import numpy as np

from grader.judge.expect import expect_array, expect_close, expect_raises, expect_unchanged

SHAPES = ((2, 3), (3, 2), (1, 3), (3, 1), (1, 1), (2, 4))


def whole(rng, *shape):
    """Whole numbers from 1 to 9 with signs, none of them zero."""
    return rng.integers(1, 10, size=shape) * rng.choice([-1.0, 1.0], size=shape)


def fitting(rng, m, n):
    return whole(rng, m, n), whole(rng, n)


def expect_products(function, rng):
    inputs = [fitting(rng, m, n) for m, n in SHAPES]
    inputs.append((rng.normal(size=(7, 12)), rng.normal(size=12)))
    for (A, x), y in zip(inputs, function.map(inputs), strict=True):
        expect_close(expect_array(y, (len(A),)), A @ x)


def expect_square_products(function, rng):
    # A transposed or mixed-up index raises no error here; A is never symmetric.
    for n in (2, 3):
        A = np.triu(whole(rng, n, n)) + np.tril(np.full((n, n), 10.0), -1)
        x = rng.permutation(n) + 1.0
        expect_close(expect_array(function(A, x), (n,)), A @ x)


def expect_refusal(function, rng):
    for m, n, length in ((2, 3, 2), (2, 3, 4), (3, 3, 2), (2, 3, 1), (2, 1, 2), (2, 1, 3)):
        with expect_raises(ValueError):
            function(whole(rng, m, n), whole(rng, length))


def test_rows_values(student, rng):
    expect_products(student.matvec_rows, rng)


def test_cols_values(student, rng):
    expect_products(student.matvec_cols, rng)


def test_square(student, rng):
    expect_square_products(student.matvec_rows, rng)
    expect_square_products(student.matvec_cols, rng)


def test_rows_refuse(student, rng):
    expect_refusal(student.matvec_rows, rng)


def test_cols_refuse(student, rng):
    expect_refusal(student.matvec_cols, rng)


def test_axes_go_to_columns(student, rng):
    A = whole(rng, 3, 2)
    for function in (student.matvec_rows, student.matvec_cols):
        for j, axis in enumerate(np.eye(2)):
            expect_close(function(A, axis), A[:, j], what="A times a vector along one axis")


def test_linear(student, rng):
    # Whole numbers, so that no rounding can hide or fake a difference.
    for m, n in ((2, 3), (3, 2), (2, 2)):
        A, x = fitting(rng, m, n)
        z = whole(rng, n)
        for function in (student.matvec_rows, student.matvec_cols):
            values = function.map([(A, x), (A, z), (A, 2 * x + z)])
            Ax, Az, mixed = (expect_array(y, (m,)) for y in values)
            expect_close(mixed, 2 * Ax + Az, what="A times 2x + z")


def test_inputs_unchanged(student, rng):
    for m, n in ((2, 3), (3, 3), (3, 1)):
        A, x = fitting(rng, m, n)
        for function in (student.matvec_rows, student.matvec_cols):
            expect_close(expect_unchanged(function, A, x), A @ x)
