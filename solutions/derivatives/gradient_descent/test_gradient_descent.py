import numpy as np

from grader.judge.expect import code, expect, expect_array, expect_close, expect_unchanged

BENT = "lambda x: np.array([x[0] - 0.5 * x[1], 2 * x[1] - 0.5 * x[0]]) + 0.1 * x**3"


def bent(x):
    return np.array([x[0] - 0.5 * x[1], 2 * x[1] - 0.5 * x[0]]) + 0.1 * x**3


def start(rng, n):
    """A point in halves, from 1 to 3 in size along each axis, with signs."""
    return rng.integers(2, 7, size=n) / 2 * rng.choice([-1.0, 1.0], size=n)


def path_of(grad, x, lr, steps):
    points = [x]
    for _ in range(steps):
        points.append(points[-1] - lr * grad(points[-1]))
    return np.array(points)


def test_path(student, rng):
    for lr, steps in ((0.25, 1), (0.25, 4), (0.1, 10)):
        x = start(rng, 2)
        path = student.descend(code(BENT), x, lr, steps)
        expect_close(expect_array(path, (steps + 1, 2)), path_of(bent, x, lr, steps))


def test_shapes(student, rng):
    for n, steps in ((1, 3), (3, 1), (3, 3), (5, 2)):
        x = start(rng, n)
        path = student.descend(code("lambda x: 3 * x"), x, 0.125, steps)
        expect_close(expect_array(path, (steps + 1, n)), path_of(lambda x: 3 * x, x, 0.125, steps))


def test_no_steps(student, rng):
    for n in (1, 2):
        x = start(rng, n)
        expect_close(
            expect_array(student.descend(code("lambda x: 2 * x"), x, 0.1, 0), (1, n)), x[None]
        )


def test_bowl(student, rng):
    # Each axis of a bowl by itself: the distance is multiplied by 1 - lr * curvature.
    curvature = np.array([1.0, 3.0])
    for lr, size in ((0.125, 1.0), (0.125, 2.0**-30), (0.125, 0.0), (0.5, 1.0), (0.75, 1.0)):
        x = size * start(rng, 2)
        path = student.descend(code("lambda x: np.array([1.0, 3.0]) * x"), x, lr, 6)
        powers = (1 - lr * curvature) ** np.arange(7)[:, None]
        path = expect_array(path, (7, 2))
        expect_close(path, x * powers)
    expect(
        abs(path[6, 1]) > abs(path[0, 1]), "Beyond 2 over the curvature the path must climb out."
    )


def test_own_gradient_array(student, rng):
    # A gradient function may use one array for all its answers.
    x = start(rng, 2)
    shared = "(lambda store: lambda x: np.copyto(store, 2 * x) or store)(np.zeros(2))"
    path = student.descend(code(shared), x, 0.25, 3)
    expect_close(expect_array(path, (4, 2)), path_of(lambda x: 2 * x, x, 0.25, 3))


def test_start_unchanged(student, rng):
    for n in (1, 2):
        x = start(rng, n)
        path = expect_unchanged(student.descend, code("lambda x: 2 * x"), x, 0.25, 3)
        expect_close(expect_array(path, (4, n)), path_of(lambda x: 2 * x, x, 0.25, 3))
