import numpy as np

from grader.judge.expect import expect_array, expect_close, expect_raises, expect_unchanged


def whole(rng, m, n):
    """A list of rows of different whole numbers, the rows in no symmetry with the columns."""
    values = rng.permutation(np.arange(1, m * n + 1)) * rng.choice([-1, 1], size=m * n)
    return values.reshape(m, n).tolist()


def pair(rng, m, k, n):
    return whole(rng, m, k), whole(rng, k, n)


def expect_products(student, inputs):
    for (A, B), C in zip(inputs, student.matmul.map(inputs), strict=True):
        expect_close(expect_array(C, (len(A), len(B[0]))), np.array(A) @ np.array(B))


def test_rectangles(student, rng):
    inputs = [pair(rng, *sizes) for sizes in ((2, 3, 4), (3, 2, 4), (4, 3, 2), (2, 4, 2))]
    inputs.append((rng.normal(size=(5, 7)).tolist(), rng.normal(size=(7, 3)).tolist()))
    expect_products(student, inputs)


def test_single_rows(student, rng):
    sizes = ((1, 1, 1), (1, 3, 1), (3, 1, 3), (1, 2, 3), (3, 2, 1), (2, 1, 1), (1, 1, 2))
    expect_products(student, [pair(rng, *size) for size in sizes])


def test_square(student, rng):
    # Drawn again while the two orders give the same: here no error warns of a swapped index.
    for n in (2, 3):
        A, B = pair(rng, n, n, n)
        while np.allclose(np.array(A) @ B, np.array(B) @ A):
            A, B = pair(rng, n, n, n)
        expect_products(student, [(A, B)])


def test_refuses(student, rng):
    for (m, k), (rows, n) in (
        ((2, 3), (2, 3)),
        ((3, 2), (3, 2)),
        ((2, 1), (3, 2)),
        ((2, 3), (1, 2)),
        ((2, 2), (3, 2)),
        ((2, 3), (2, 2)),
    ):
        with expect_raises(ValueError):
            student.matmul(whole(rng, m, k), whole(rng, rows, n))


def test_identity(student, rng):
    for m, n in ((2, 3), (3, 2), (2, 2)):
        A = whole(rng, m, n)
        left, right = np.eye(m).tolist(), np.eye(n).tolist()
        expect_close(student.matmul(left, A), np.array(A, float), what="the identity times A")
        expect_close(student.matmul(A, right), np.array(A, float), what="A times the identity")


def test_associative(student, rng):
    for a, b, c, d in ((2, 3, 2, 4), (1, 3, 3, 2), (2, 2, 2, 2)):
        A, B, C = whole(rng, a, b), whole(rng, b, c), whole(rng, c, d)
        AB = expect_array(student.matmul(A, B), (a, c), what="AB").tolist()
        BC = expect_array(student.matmul(B, C), (b, d), what="BC").tolist()
        expected = np.array(A) @ np.array(B) @ np.array(C)
        expect_close(student.matmul(AB, C), expected, what="(AB)C")
        expect_close(student.matmul(A, BC), expected, what="A(BC)")


def test_inputs_unchanged(student, rng):
    for sizes in ((2, 3, 2), (2, 2, 2), (1, 2, 3)):
        A, B = pair(rng, *sizes)
        expect_close(expect_unchanged(student.matmul, A, B), np.array(A) @ np.array(B))
