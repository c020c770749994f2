import math

import numpy as np

from grader.judge.expect import expect, expect_array, expect_close, expect_gradient

HEIGHTS = "[tangent_plane(x0, y0)(x, y) for x, y in points]"
TWO = """
first = tangent_plane(*a)
second = tangent_plane(*b)
[first(*a), second(*b), first(*b)]
"""


def f(at):
    return at[0] ** 2 * at[1] + np.sin(at[0] * at[1])


def points(rng, n):
    """Points in tenths, both coordinates from 0.3 to 2 in size, unequal, none of them 1."""
    x, y = rng.choice([3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 16, 17, 18, 19], size=(n, 2)).T / 10
    y = np.where(x == y, y + 0.4, y)
    y = np.where(y == 1, 1.5, y)
    signs = rng.choice([-1.0, 1.0], size=(n, 2))
    return np.column_stack([x, y]) * signs


def slopes(at):
    x, y = (float(one) for one in at)
    return 2 * x * y + y * math.cos(x * y), x * x + x * math.cos(x * y)


def heights(student, at, others):
    value = student.evaluate(
        HEIGHTS, x0=float(at[0]), y0=float(at[1]), points=[[float(x), float(y)] for x, y in others]
    )
    return expect_array(value, (len(others),), what="the heights of the plane")


def test_slopes(student, rng):
    for at in points(rng, 5):
        value = student.partials(float(at[0]), float(at[1]))
        expect(type(value) in (tuple, list) and len(value) == 2, "Return two slopes, as a tuple.")
        claimed = np.array([float(expect_array(one, ())) for one in value])
        expect_gradient(f, at, claimed, what="the pair of slopes")
        expect_close(value, slopes(at))


def test_whole_numbers_and_zero(student, rng):
    a = int(rng.integers(2, 5))
    expect_close(student.partials(a, -2), slopes((a, -2)))
    expect_close(student.partials(0, a), slopes((0, a)), atol=1e-12)
    expect_close(student.partials(-a, 0), slopes((-a, 0)), atol=1e-12)
    expect_close(student.partials(0, 0), (0.0, 0.0), atol=1e-12)


def test_plane_touches(student, rng):
    for at in points(rng, 3):
        expect_close(
            heights(student, at, [at])[0], float(f(at)), what="the height at the point of touch"
        )


def test_plane_is_flat(student, rng):
    for at in points(rng, 3):
        by_x, by_y = slopes(at)
        step = np.array([2.0, 0.0]), np.array([0.0, 3.0]), np.array([-1.0, 2.0])
        right = [float(f(at) + by_x * dx + by_y * dy) for dx, dy in step]
        expect_close(
            heights(student, at, [at + one for one in step]), np.array(right), what="the plane"
        )


def test_gap_shrinks_with_the_square(student, rng):
    for at in points(rng, 3):
        for way in (np.array([0.6, 0.8]), np.array([-0.8, 0.6])):
            near, nearer = at + way / 128, at + way / 256
            plane = heights(student, at, [near, nearer])
            gaps = np.array([float(f(near)), float(f(nearer))]) - plane
            curved = abs(gaps[0]) > 1e-6 or abs(gaps[1]) > 1e-6
            # Along a way that hardly bends nothing can be said about the order.
            straight = abs(second_slope(at, way)) < 0.5
            if straight:
                continue
            expect(curved, "The plane must be a plane, not the surface itself.")
            expect(3 < gaps[0] / gaps[1] < 5, "At half the distance the gap must be a quarter.")


def second_slope(at, way):
    """How the surface bends at that point along the way."""
    x, y = at
    s, c = math.sin(x * y), math.cos(x * y)
    xx, yy, xy = 2 * y - y * y * s, -x * x * s, 2 * x + c - x * y * s
    return way[0] ** 2 * xx + way[1] ** 2 * yy + 2 * way[0] * way[1] * xy


def test_two_planes(student, rng):
    a, b = points(rng, 2)
    if np.all(a == b):
        b = -b
    value = student.evaluate(TWO, a=a.tolist(), b=b.tolist())
    by_x, by_y = slopes(a)
    across = float(f(a) + by_x * (b[0] - a[0]) + by_y * (b[1] - a[1]))
    right = np.array([float(f(a)), float(f(b)), across])
    expect_close(expect_array(value, (3,)), right, what="the heights of two planes")
