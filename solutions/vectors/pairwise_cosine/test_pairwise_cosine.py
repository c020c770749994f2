import numpy as np

from grader.judge.expect import (
    expect_array,
    expect_close,
    expect_unchanged,
    expect_vectorised,
)

SIZES = ((2, 3, 2), (3, 2, 4), (1, 3, 2), (3, 1, 2), (2, 3, 3), (3, 2, 3))  # n, m, d


def stack(rng, n, d):
    """Rows of whole numbers, no two entries of equal size, the first of each row negative."""
    X = rng.permutation(n * d).reshape(n, d) + 2.0
    X[:, 0] *= -1
    return X


def pair(rng, n, m, d):
    """Two stacks; no row of the second points like one of the first."""
    return stack(rng, n, d), stack(rng, m, d)[:, ::-1].copy()


def expect_values(student, reference, cases):
    answers = student.pairwise_cosine.map(cases)
    for actual, expected in zip(answers, reference.pairwise_cosine.map(cases), strict=True):
        expect_close(expect_array(actual, expected.shape), expected)


def test_values(student, reference, rng):
    cases = [pair(rng, *size) for size in SIZES]
    expect_values(
        student, reference, [*cases, (rng.normal(size=(9, 30)), rng.normal(size=(7, 30)))]
    )


def test_square(student, reference, rng):
    # n, m and d are equal: here a product without the transpose raises no error.
    expect_values(student, reference, [pair(rng, n, n, n) for n in (2, 3)])


def test_zero_rows(student, reference, rng):
    cases = [pair(rng, *size) for size in SIZES[:2]]
    (A, _), (_, B) = cases
    A[rng.integers(len(A))] = 0.0
    B[rng.integers(len(B))] = 0.0
    A, B = pair(rng, 2, 2, 2)
    expect_values(student, reference, [*cases, (A, 0 * B), (0 * A, B)])


def test_short_rows(student, reference, rng):
    cases = []
    for size in ((2, 3, 2), (2, 2, 3)):
        A, B = pair(rng, *size)
        A[0] *= 1e-40
        B[-1] *= 1e-20
        cases.append((A, B))
    expect_values(student, reference, cases)


def test_against_itself(student, rng):
    for n, d in ((3, 2), (3, 3), (2, 4)):
        A = stack(rng, n, d)
        C = expect_array(student.pairwise_cosine(A, A), (n, n))
        expect_close(np.diag(C), np.ones(n), what="the diagonal, each row against itself")
        expect_close(C, C.T, what="the table of a stack against itself, mirrored")


def test_swapping_and_stretching(student, rng):
    for size in ((2, 3, 2), (3, 3, 3)):
        A, B = pair(rng, *size)
        factors = 2.0 ** np.arange(len(B))[:, None]
        cases = [(A, B), (B, A), (4 * A, B), (A, factors * B), (A, -B), (A[1:], B[:1])]
        one, swapped, long, uneven, turned, part = (
            expect_array(value, (len(case[0]), len(case[1])))
            for case, value in zip(cases, student.pairwise_cosine.map(cases), strict=True)
        )
        expect_close(swapped, one.T, what="the table with the arguments swapped")
        expect_close(long, one, what="the table after A was stretched")
        expect_close(uneven, one, what="the table after the rows of B were stretched")
        expect_close(turned, -one, what="the table of A and -B")
        expect_close(part, one[1:, :1], what="the table of some of the rows")


def test_no_loop(student, reference, rng):
    A, B = pair(rng, 160, 80, 3)
    value = expect_vectorised(student.pairwise_cosine, (A[:20], B), (A, B))
    expect_close(value, reference.pairwise_cosine(A, B))
    value = expect_vectorised(student.pairwise_cosine, (B, A[:20]), (B, A))
    expect_close(value, reference.pairwise_cosine(B, A))


def test_inputs_unchanged(student, reference, rng):
    for size in ((2, 3, 2), (2, 2, 2)):
        A, B = pair(rng, *size)
        value = expect_unchanged(student.pairwise_cosine, A, B)
        expect_close(value, reference.pairwise_cosine(A, B))
