import numpy as np

from grader.judge.expect import expect_array, expect_close, expect_gradient, expect_unchanged


def lopsided(rng, n):
    """A matrix of whole numbers, b and x. For n above 1, A x, A^T x and b are telling.

    A is no symmetric matrix, and no entry of the gradient is zero, nor what a slip would give.
    """
    while True:
        A = rng.integers(-4, 5, size=(n, n)).astype(float)
        b = rng.choice([-3.0, -2.0, -1.0, 1.0, 2.0, 3.0], size=n)
        x = rng.choice([-3.0, -2.0, -1.0, 1.0, 2.0, 3.0], size=n)
        row, column = A @ x, A.T @ x
        if np.all(row + column) and np.all(row + column + 2 * b) and (n == 1 or any(row != column)):
            return A, b, x


def symmetric(rng, n):
    """The same with a symmetric A."""
    while True:
        A, b, x = lopsided(rng, n)
        S = A + A.T
        if np.all(S @ x) and np.all(S @ x + b):
            return S, b, x


def bowl(rng, n):
    """A bowl with its lowest point in whole numbers: A, not symmetric, b, and that point."""
    root = np.tril(rng.integers(-2, 3, size=(n, n)), -1) + np.diag(rng.integers(1, 4, size=n))
    skew = np.triu(rng.choice([-3.0, -1.0, 1.0, 3.0], size=(n, n)), 1)
    lowest = rng.choice([-3.0, -2.0, -1.0, 1.0, 2.0, 3.0], size=n)
    S = root @ root.T
    return S + skew - skew.T, -(S @ lowest), lowest


def test_symmetric(student, reference, rng):
    inputs = [symmetric(rng, n) for n in (2, 1, 3, 4)]
    for actual, expected in zip(
        student.grad_quadratic.map(inputs), reference.grad_quadratic.map(inputs), strict=True
    ):
        expect_close(actual, expected)


def test_lopsided(student, reference, rng):
    inputs = [lopsided(rng, n) for n in (2, 3, 1, 5)]
    inputs.append((rng.normal(size=(20, 20)), rng.normal(size=20), rng.normal(size=20)))
    for (A, b, x), actual in zip(inputs, student.grad_quadratic.map(inputs), strict=True):

        def f(at, A=A, b=b):
            return at @ A @ at / 2 + b @ at

        expect_gradient(f, x, actual)
        expect_close(actual, reference.grad_quadratic(A, b, x), what="the gradient")


def test_same_surface(student, reference, rng):
    for n in (2, 3):
        A, b, x = lopsided(rng, n)
        part = np.triu(rng.integers(1, 4, size=(n, n)), 1)
        plain, turned, sheared = student.grad_quadratic.map(
            [(A, b, x), (A.T.copy(), b, x), (A + part - part.T, b, x)]
        )
        plain = expect_array(plain, (n,))
        expect_close(turned, plain, what="the gradient for A transposed")
        expect_close(sheared, plain, what="the gradient for A plus a skew matrix")
        expect_close(plain, reference.grad_quadratic(A, b, x), what="the gradient")


def test_bottom_of_the_bowl(student, rng):
    for n in (1, 2, 3):
        A, b, lowest = bowl(rng, n)
        step = rng.choice([-2.0, -1.0, 1.0, 2.0], size=n)
        zero, near, far = student.grad_quadratic.map(
            [(A, b, lowest), (A, b, lowest + step), (A, b, lowest + 2 * step)]
        )
        expect_close(zero, np.zeros(n), atol=1e-10, what="the gradient at the lowest point")
        near = expect_array(near, (n,))
        expect_close(near @ step, step @ A @ step, what="the slope along a step from the bottom")
        expect_close(far, 2 * near, what="the gradient twice as far from the bottom")


def test_inputs_unchanged(student, reference, rng):
    for n in (2, 3):
        case = lopsided(rng, n)
        value = expect_unchanged(student.grad_quadratic, *case)
        expect_close(value, reference.grad_quadratic(*case))
