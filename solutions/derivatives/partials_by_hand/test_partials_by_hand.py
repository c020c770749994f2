import math

import numpy as np
import pytest

from grader.judge.expect import expect, expect_array, expect_close, expect_gradient

HEIGHTS = "[tangent_plane(x0, y0)(x, y) for x, y in points]"
TWO = """
first = tangent_plane(*a)
second = tangent_plane(*b)
[first(*a), second(*b), first(*b)]
"""


class Surface:
    """x**p y + sin(xy), whose power is the student's own."""

    def __init__(self, p):
        self.p = p

    def height(self, at):
        return at[0] ** self.p * at[1] + np.sin(at[0] * at[1])

    def slopes(self, at):
        x, y = (float(one) for one in at)
        c = math.cos(x * y)
        return self.p * x ** (self.p - 1) * y + y * c, x**self.p + x * c

    def plane(self, at, other):
        by_x, by_y = self.slopes(at)
        return float(self.height(at) + by_x * (other[0] - at[0]) + by_y * (other[1] - at[1]))


@pytest.fixture
def surface(parameters):
    return Surface(parameters.p)


def points(rng, n):
    """Points in tenths, both coordinates from 0.3 to 2 in size, unequal, none of them 1."""
    x, y = rng.choice([3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 16, 17, 18, 19], size=(n, 2)).T / 10
    y = np.where(x == y, y + 0.4, y)
    y = np.where(y == 1, 1.5, y)
    signs = rng.choice([-1.0, 1.0], size=(n, 2))
    return np.column_stack([x, y]) * signs


def heights(student, at, others):
    value = student.evaluate(
        HEIGHTS, x0=float(at[0]), y0=float(at[1]), points=[[float(x), float(y)] for x, y in others]
    )
    return expect_array(value, (len(others),), what="the heights of the plane")


def test_slopes(student, rng, surface):
    for at in points(rng, 5):
        value = student.partials(float(at[0]), float(at[1]))
        expect(type(value) in (tuple, list) and len(value) == 2, "Return two slopes, as a tuple.")
        claimed = np.array([float(expect_array(one, ())) for one in value])
        expect_gradient(surface.height, at, claimed, what="the pair of slopes", curve=True)
        expect_close(value, surface.slopes(at))


def test_whole_numbers_and_zero(student, rng, surface):
    a = int(rng.integers(2, 5))
    expect_close(student.partials(a, -2), surface.slopes((a, -2)))
    expect_close(student.partials(0, a), surface.slopes((0, a)), atol=1e-12)
    expect_close(student.partials(-a, 0), surface.slopes((-a, 0)), atol=1e-12)
    expect_close(student.partials(0, 0), (0.0, 0.0), atol=1e-12)


def test_plane_touches(student, rng, surface):
    for at in points(rng, 3):
        expect_close(
            heights(student, at, [at])[0],
            float(surface.height(at)),
            what="the height where it touches",
        )


def test_plane_is_flat(student, rng, surface):
    for at in points(rng, 3):
        steps = np.array([2.0, 0.0]), np.array([0.0, 3.0]), np.array([-1.0, 2.0])
        right = [surface.plane(at, at + step) for step in steps]
        value = heights(student, at, [at + step for step in steps])
        expect_close(value, np.array(right), what="the plane")


def test_gap_shrinks_with_the_square(student, rng, surface):
    for at in points(rng, 3):
        for way in (np.array([0.6, 0.8]), np.array([-0.8, 0.6])):
            near = [at + way / 512, at + way / 1024]
            true = [float(surface.height(one)) - surface.plane(at, one) for one in near]
            if not 3.8 < true[0] / true[1] < 4.2:
                continue  # along a way that hardly bends nothing can be said about the order
            gaps = [float(surface.height(one)) for one in near] - heights(student, at, near)
            expect(gaps[1] != 0, "The plane must be a plane, not the surface itself.")
            expect(3 < gaps[0] / gaps[1] < 5, "At half the distance the gap must be a quarter.")


def test_two_planes(student, rng, surface):
    a, b = points(rng, 2)
    if np.all(a == b):
        b = -b
    value = student.evaluate(TWO, a=a.tolist(), b=b.tolist())
    right = [float(surface.height(a)), float(surface.height(b)), surface.plane(a, b)]
    expect_close(expect_array(value, (3,)), np.array(right), what="the heights of two planes")
