import numpy as np

from grader.judge.expect import expect, expect_array, expect_close, expect_unchanged

SIZES = (2, 3, 4, 6)


def whole(rng, n):
    """Whole numbers other than zero, of different sizes, which do not add up to zero.

    Neither the first nor the last is the largest in size, as far as n allows it.
    """
    while True:
        g = rng.permutation(np.arange(1.0, n + 1)) * rng.choice([-1.0, 1.0], size=n)
        if g.sum() != 0 and np.argmax(np.abs(g)) not in ((0, n - 1) if n > 2 else ()):
            return g


def bases(student, gradients):
    """The student's basis for each gradient, n - 1 rows of n entries."""
    answers = student.tangent_basis.map(gradients)
    return [
        expect_array(B, (len(g) - 1, len(g)), what="the basis")
        for g, B in zip(gradients, answers, strict=True)
    ]


def expect_level(B, g):
    what = "the first-order change of f along each row, which must be zero"
    expect_close(B @ (g / np.max(np.abs(g))), np.zeros(len(B)), atol=1e-10, what=what)


def expect_straight(B):
    what = "the table of dot products of the rows, which must be the identity"
    expect_close(B @ B.T, np.eye(len(B)), rtol=0, atol=1e-10, what=what)


def expect_basis(B, g):
    expect_level(B, g)
    expect_straight(B)


def test_count(student, rng):
    gradients = [whole(rng, n) for n in (3, 2, 5)]
    for g, B in zip(gradients, bases(student, gradients), strict=True):
        rank = int(np.sum(np.linalg.svd(B, compute_uv=False) > 1e-6))
        expect(
            rank == len(g) - 1, "The rows do not reach all n - 1 directions: some depend on others."
        )


def test_level(student, rng):
    gradients = [whole(rng, n) for n in SIZES] + [rng.normal(size=12)]
    for g, B in zip(gradients, bases(student, gradients), strict=True):
        expect_level(B, g)


def test_straight(student, rng):
    gradients = [whole(rng, n) for n in SIZES] + [rng.normal(size=12)]
    for B in bases(student, gradients):
        expect_straight(B)


def test_along_an_axis(student, rng):
    size = float(rng.integers(2, 6))
    gradients = [sign * size * axis for n in (2, 3, 4) for sign in (1, -1) for axis in np.eye(n)]
    gradients += [
        np.array(g) * size for g in ([0.0, 1.0, -1.0], [1.0, 0.0, -2.0], [1.0, -1.0, 0.0])
    ]
    for g, B in zip(gradients, bases(student, gradients), strict=True):
        expect_basis(B, g)


def test_nearly_along_an_axis(student, rng):
    gradients = []
    for n in (2, 3, 4):
        for k in range(n):
            g = 1e-8 * rng.integers(2, 6, size=n) * rng.choice([-1.0, 1.0], size=n)
            g[k] = 1.0
            gradients += [g, -g]
    for g, B in zip(gradients, bases(student, gradients), strict=True):
        expect_basis(B, g)


def test_tiny_and_huge(student, rng):
    gradients = [scale * whole(rng, n) for scale in (1e-12, 1e-90, 1e90) for n in (2, 3)]
    for g, B in zip(gradients, bases(student, gradients), strict=True):
        expect_basis(B, g)


def test_step_along_the_contour(student, rng):
    for n in (2, 3, 4):
        center, x = rng.integers(-3, 4, size=n).astype(float), whole(rng, n)
        (B,) = bases(student, [x])
        for t in (0.25, 0.5):
            # Of f(x) = |x - center|^2 / 2, whose gradient at center + x is x.
            where = center + x + t * B
            rise = np.sum((where - center) ** 2, axis=1) / 2 - x @ x / 2
            what = "the rise of f along each row, which must be half the square of the step"
            expect_close(rise, np.full(n - 1, t**2 / 2), atol=1e-10, what=what)


def test_input_unchanged(student, rng):
    for n in (2, 3):
        g = whole(rng, n)
        B = expect_array(expect_unchanged(student.tangent_basis, g), (n - 1, n), what="the basis")
        expect_basis(B, g)
