import numpy as np

from grader.judge.expect import (
    expect,
    expect_array,
    expect_close,
    expect_raises,
    expect_unchanged,
)


def whole(rng, m, n):
    """An array of different whole numbers, so that two that changed places always show."""
    return rng.permutation(m * n).reshape(m, n) + 1.0


def general(rng, n):
    """Two square matrices for which AB, BA and their transposes are four different matrices."""
    while True:
        A, B = whole(rng, n, n), whole(rng, n, n)
        products = [A @ B, B @ A, (A @ B).T, (B @ A).T]
        pairs = [(one, two) for i, one in enumerate(products) for two in products[:i]]
        if not any(np.array_equal(one, two) for one, two in pairs):
            return A, B


def test_rectangles(student, rng):
    tables = [whole(rng, *shape) for shape in ((2, 3), (3, 2), (4, 2), (2, 5))]
    answers = student.transpose.map([A.tolist() for A in tables])
    for A, flipped in zip(tables, answers, strict=True):
        expect_close(expect_array(flipped, A.T.shape), A.T)


def test_single_rows(student, rng):
    for shape in ((1, 3), (3, 1), (1, 1)):
        A = whole(rng, *shape)
        expect_close(expect_array(student.transpose(A.tolist()), A.T.shape), A.T)


def test_square(student, rng):
    for n in (2, 3):
        A = whole(rng, n, n)
        expect_close(expect_array(student.transpose(A.tolist()), (n, n)), A.T)


def test_lists_in_a_list(student, rng):
    A = whole(rng, 2, 3)
    flipped = student.transpose(A.tolist())
    expect_close(flipped, A.T)
    expect(
        isinstance(flipped, list) and all(isinstance(row, list) for row in flipped),
        "The result must be a list, and each of its rows must be a list.",
    )


def test_product(student, rng):
    inputs = [(whole(rng, m, k), whole(rng, k, n)) for m, k, n in ((2, 3, 4), (3, 1, 2), (1, 3, 1))]
    inputs.append((rng.normal(size=(5, 4)), rng.normal(size=(4, 6))))
    for (A, B), C in zip(inputs, student.product_transposed.map(inputs), strict=True):
        expect_close(expect_array(C, (B.shape[1], len(A))), (A @ B).T)


def test_square_product(student, rng):
    inputs = [general(rng, n) for n in (2, 3)]
    for (A, B), C in zip(inputs, student.product_transposed.map(inputs), strict=True):
        expect_close(C, (A @ B).T)


def test_product_refuses(student, rng):
    for left, right in (((2, 3), (2, 3)), ((2, 2), (3, 2)), ((2, 1), (3, 2)), ((2, 3), (1, 2))):
        with expect_raises(ValueError):
            student.product_transposed(whole(rng, *left), whole(rng, *right))


def test_inputs_unchanged(student, rng):
    for n in (2, 3):
        A, B = general(rng, n)
        expect_close(expect_unchanged(student.transpose, A.tolist()), A.T)
        expect_close(expect_unchanged(student.product_transposed, A, B), (A @ B).T)
