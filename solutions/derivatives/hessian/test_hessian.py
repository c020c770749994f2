import numpy as np

from grader.judge.expect import code, expect, expect_array, expect_close, expect_unchanged


def whole(rng, shape):
    """Whole numbers from 2 to 5 in size, with signs."""
    return rng.integers(2, 6, size=shape) * rng.choice([-1.0, 1.0], size=shape)


def lopsided(rng, n):
    """A square matrix, not symmetric, whose sums over mirrored pairs are different and not 0."""
    return (rng.permutation(n * n).reshape(n, n) + 2.0) / 1.25 * rng.choice([-1.0, 1.0])


def quadratic(A, more=""):
    return code(f"lambda x: float(x @ np.array({A.tolist()}) @ x + 3 * x[0] + 7{more})")


def wavy(rng):
    """A smooth function of three numbers in which all second derivatives but one differ from 0."""
    a, b = (int(k) for k in rng.integers(2, 5, size=2))
    x = rng.integers(3, 12, size=3) / 10 * rng.choice([-1.0, 1.0], size=3)
    source = f"lambda x: float(np.sin({a} * x[0] * x[1]) + {b} * x[2]**2 * x[0] + np.exp(x[1]))"
    s, c = np.sin(a * x[0] * x[1]), np.cos(a * x[0] * x[1])
    H = np.zeros((3, 3))
    H[0, 0], H[1, 1] = -s * (a * x[1]) ** 2, -s * (a * x[0]) ** 2 + np.exp(x[1])
    H[0, 1] = H[1, 0] = a * c - s * a * a * x[0] * x[1]
    H[0, 2] = H[2, 0] = 2 * b * x[2]
    H[2, 2] = 2 * b * x[0]
    return source, x, H


def test_quadratics(student, rng):
    for n in (2, 3, 1, 4):
        A, x = lopsided(rng, n), whole(rng, n)
        for h in (0.5, 0.25):
            value = expect_array(student.hessian(quadratic(A), x, h), (n, n))
            expect_close(value, A + A.T, rtol=1e-8, atol=1e-8)


def test_given_step(student, rng):
    x = np.abs(whole(rng, 3))
    f = code("lambda x: float(np.sum(x) ** 4)")
    for h in (0.5, 0.25):
        value = expect_array(student.hessian(f, x, h), (3, 3))
        # Which second difference it is decides the factor: 2, 8 and 14 are the usual ones.
        factor = (value - 12 * np.sum(x) ** 2) / h**2
        expect(
            np.all((factor > 1) & (factor < 20)),
            "For a fourth power the error must be a few times h squared, for the h given.",
        )


def test_curved(student, rng):
    for _ in range(3):
        source, x, H = wavy(rng)
        value = expect_array(student.hessian(code(source), x), (3, 3))
        expect_close(value, H, rtol=0, atol=1e-4 * np.max(np.abs(H)))


def test_symmetric(student, rng):
    for _ in range(3):
        x, w = rng.normal(size=5), rng.uniform(0.5, 1, size=5).tolist()
        f = code(f"lambda x: float(np.exp(x @ np.array({w})) + np.sin(x[0] * x[1] * x[2]))")
        value = expect_array(student.hessian(f, x), (5, 5))
        expect(np.array_equal(value, value.T), "H[i, j] and H[j, i] must agree to the last digit.")
        expect(np.max(np.abs(value)) > 0, "The Hessian of a curved surface is not 0.")


def test_high_above_the_sea(student, rng):
    for n in (4, 3, 4):
        A = lopsided(rng, n)
        A = A * 40 / np.max(np.abs(A + A.T))
        x = rng.integers(3, 12, size=n) / 10
        value = expect_array(student.hessian(quadratic(A, " + 1e6"), x), (n, n))
        expect_close(value, A + A.T, rtol=0, atol=0.4)


def test_gentle_bends(student, rng):
    A, x = lopsided(rng, 2) / 1000, rng.integers(3, 12, size=2) / 10
    f = code(f"lambda x: float(x @ np.array({A.tolist()}) @ x)")
    value = expect_array(student.hessian(f, x), (2, 2))
    expect_close(value, A + A.T, rtol=0, atol=1e-4 * np.max(np.abs(A)))


def test_large_and_tiny(student, rng):
    for sizes in ([3e7, -2.0, 5e-7], [4.0, -3e7, -6e-7]):
        x = np.array(sizes) * float(rng.integers(2, 5))
        scale = np.maximum(np.abs(x), 1.0)
        f = code(f"lambda x: float(np.sum(np.sin(x / np.array({scale.tolist()}) + 0.4)))")
        value = expect_array(student.hessian(f, x), (3, 3)) * np.outer(scale, scale)
        right = np.diag(-np.sin(x / scale + 0.4))
        expect_close(value, right, rtol=0, atol=1e-4, what="the scaled Hessian")


def test_whole_numbers(student, rng):
    A, x = lopsided(rng, 2), whole(rng, 2).astype(int)
    expect_close(student.hessian(quadratic(A), x, 0.5), A + A.T, rtol=1e-8, atol=1e-8)
    expect_close(student.hessian(quadratic(A), x), A + A.T, rtol=0, atol=1e-4 * np.max(np.abs(A)))


def test_input_unchanged(student, rng):
    for n in (3, 1):
        A, x = lopsided(rng, n), rng.normal(size=n)
        value = expect_unchanged(student.hessian, quadratic(A), x, 0.5)
        expect_close(value, A + A.T, rtol=1e-8, atol=1e-8)
