import numpy as np

from grader.judge.expect import expect_close, expect_gradient, expect_unchanged

SIZES = ((1, 1), (2, 2), (3, 1), (1, 2, 3), (2, 2, 2), (1, 1, 1, 1))


def paths(rng, sizes):
    """Paths of so many slopes each, from 2 to 5 in size with signs; the first path is negative."""
    drawn = [[float(s) for s in rng.integers(2, 6, size=n) * rng.choice([-1, 1], n)] for n in sizes]
    if np.prod(drawn[0]) > 0:
        drawn[0][0] *= -1
    return drawn


def together(path_slopes):
    total = 0.0
    for slopes in path_slopes:
        total += float(np.prod(slopes))
    return total


def telling(rng, sizes):
    """Paths for which neither one of them, nor their product, nor their mean is the answer."""
    while True:
        drawn = paths(rng, sizes)
        each = [float(np.prod(slopes)) for slopes in drawn]
        rest = [*each, float(np.prod(each)), sum(each) / len(each), sum(map(abs, each))]
        if max(sizes) > 1:
            rest.append(float(sum(map(sum, drawn))))
        if together(drawn) not in rest:
            return drawn


def expect_totals(student, inputs):
    for drawn, value in zip(inputs, student.total_derivative.map(inputs), strict=True):
        expect_close(value, together(drawn))


def test_one_path(student, rng):
    expect_totals(student, [paths(rng, (n,)) for n in (1, 2, 3, 4)])


def test_several_paths(student, rng):
    expect_totals(student, [telling(rng, sizes) for sizes in SIZES])


def test_straight_through(student, rng):
    expect_totals(student, [[[]], [[], []], [*paths(rng, (2,)), []], [[], *paths(rng, (1, 2))]])


def test_no_path(student):
    expect_close(student.total_derivative([]), 0.0)


def test_shut_path(student, rng):
    shut = [[0.0, *slopes] for slopes in paths(rng, (1, 2))]
    expect_totals(student, [shut, [*shut, *paths(rng, (2,))], [*paths(rng, (1,)), *shut]])


def test_measured(student, rng):
    # x enters sin, a square and a tripling; the result multiplies the first two and adds the last.
    x = float(rng.integers(3, 9)) / 10
    drawn = [[np.cos(x), x**2], [2 * x, np.sin(x)], [3.0]]
    drawn = [[float(s) for s in slopes] for slopes in drawn]
    value = student.total_derivative(drawn)
    expect_gradient(lambda x: float(np.sin(x) * x**2 + 3 * x), x, value, what="the derivative")


def test_order_of_paths(student, rng):
    drawn = telling(rng, (1, 2, 3))
    here, there = student.total_derivative.map([drawn, drawn[::-1]])
    expect_close(here, together(drawn))
    expect_close(there, together(drawn), what="the derivative with the paths in another order")


def test_lists_unchanged(student, rng):
    for sizes in ((2, 2), (1, 3)):
        drawn = telling(rng, sizes)
        expect_close(expect_unchanged(student.total_derivative, drawn), together(drawn))
