import numpy as np

from grader.judge.expect import expect, expect_array, expect_close, expect_unchanged


def whole(rng, n):
    """n whole numbers from -6 to 6, none of them zero."""
    return rng.choice([-6.0, -5.0, -4.0, -3.0, -2.0, -1.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0], size=n)


def lengths(student, *vectors):
    """The student's length of each vector, all of them numbers."""
    values = student.l2_norm.map(list(vectors))
    return [float(expect_array(value, (), what="the length")) for value in values]


def test_plane(student, reference, rng):
    inputs = [whole(rng, 2) for _ in range(3)] + [rng.integers(1, 20, size=2) / 2]
    for actual, right in zip(
        student.l2_norm.map(inputs), reference.l2_norm.map(inputs), strict=True
    ):
        expect_close(actual, right)


def test_any_dimension(student, reference, rng):
    inputs = [whole(rng, n) for n in (1, 3, 4, 7)] + [rng.normal(size=300)]
    for actual, right in zip(
        student.l2_norm.map(inputs), reference.l2_norm.map(inputs), strict=True
    ):
        expect_close(actual, right)


def test_large_and_small(student, reference, rng):
    inputs = [scale * rng.uniform(-1, 1, size=3) for scale in (1e80, 1e-80, 1e12, 1e-12)]
    for x, value in zip(inputs, student.l2_norm.map(inputs), strict=True):
        expect_close(value, reference.l2_norm(x))


def test_zeros(student):
    for n in (1, 2, 5, 0):
        expect_close(student.l2_norm(np.zeros(n)), 0.0)


def test_stretching(student, rng):
    for n in (2, 4):
        x = whole(rng, n)
        one, double, turned, negative = lengths(student, x, 2 * x, -3 * x, -np.abs(x))
        expect(one > 0, "The length of a vector other than zero is positive.")
        expect_close(double, 2 * one, what="the length of 2x")
        expect_close(turned, 3 * one, what="the length of -3x")
        expect_close(negative, one, what="the length after a change of signs")


def test_turning(student, rng):
    for n in (2, 3, 5):
        x = whole(rng, n)
        turn = np.linalg.qr(rng.normal(size=(n, n)))[0]
        one, mixed, turned, longer = lengths(
            student, x, rng.permutation(x), turn @ x, np.append(x, 0.0)
        )
        expect_close(mixed, one, what="the length after the entries changed places")
        expect_close(turned, one, what="the length of the vector after a rotation")
        expect_close(longer, one, what="the length after an entry of zero was added")


def test_triangle(student, rng):
    for n in (2, 3):
        x, y = whole(rng, n), np.zeros(n)
        x[:2] = rng.choice([1.0, 2.0, 3.0, 4.0, 5.0], size=2, replace=False)
        y[:2] = -2 * x[1], 2 * x[0]  # at right angles to x
        one, other, both = lengths(student, x, y, x + y)
        expect(both <= one + other + 1e-9, "The straight way is never longer than a detour.")
        expect_close(both**2, one**2 + other**2, what="the squared length of the long side")


def test_input_unchanged(student, reference, rng):
    for n in (2, 3, 6):
        x = whole(rng, n)
        expect_close(expect_unchanged(student.l2_norm, x), reference.l2_norm(x))
