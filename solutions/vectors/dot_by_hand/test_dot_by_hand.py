import numpy as np

from grader.judge.expect import (
    expect,
    expect_array,
    expect_close,
    expect_raises,
    expect_unchanged,
    expect_vectorised,
)


def pairs(rng):
    """Pairs of vectors: whole numbers first, short enough to be shown, then longer ones."""
    small = [(whole(rng, n), whole(rng, n)) for n in (1, 2, 3, 4)]
    return [*small, (rng.normal(size=40), rng.normal(size=40)), (np.zeros(0), np.zeros(0))]


def whole(rng, n):
    """n whole numbers from -5 to 5, none of them zero."""
    return rng.choice([-5.0, -4.0, -3.0, -2.0, -1.0, 1.0, 2.0, 3.0, 4.0, 5.0], size=n)


def test_loop_values(student, reference, rng):
    inputs = pairs(rng)
    for actual, right in zip(
        student.dot_loop.map(inputs), reference.dot_loop.map(inputs), strict=True
    ):
        expect_close(actual, right)


def test_vec_values(student, reference, rng):
    inputs = pairs(rng)
    for actual, right in zip(
        student.dot_vec.map(inputs), reference.dot_vec.map(inputs), strict=True
    ):
        expect_close(actual, right)


def test_loop_refuses(student, rng):
    for n, m in ((4, 3), (2, 4), (3, 1), (1, 3)):
        with expect_raises(ValueError):
            student.dot_loop(whole(rng, n), whole(rng, m))


def test_vec_refuses(student, rng):
    for n, m in ((4, 3), (2, 4), (3, 1), (1, 3)):
        with expect_raises(ValueError):
            student.dot_vec(whole(rng, n), whole(rng, m))


def test_rules_of_algebra(student, rng):
    # Whole numbers, so that no rounding can hide or fake a difference.
    for n in (2, 5):
        u, v, w = whole(rng, n), whole(rng, n), whole(rng, n)
        for dot in (student.dot_loop, student.dot_vec):
            values = dot.map([(u, v), (v, u), (w, v), (3 * u + w, v), (u, u)])
            uv, vu, wv, sum_v, uu = (float(expect_array(value, ())) for value in values)
            expect_close(vu, uv, what="the dot product with the arguments swapped")
            expect_close(sum_v, 3 * uv + wv, what="the dot product of 3u + w and v")
            expect(uu > 0, "The dot product of a vector other than zero with itself is positive.")


def test_float32_inputs(student, reference, rng):
    # All positive: the error of a float32 total grows instead of cancelling.
    u = rng.uniform(0.1, 1.0, size=4000).astype(np.float32)
    v = rng.uniform(0.1, 1.0, size=4000).astype(np.float32)
    short = (np.array([0.1, 0.7], dtype=np.float32), np.array([0.3, 0.9], dtype=np.float32))
    inputs = [(u, v), short]
    expected = reference.dot_vec.map(inputs)
    for actual, right in zip(student.dot_loop.map(inputs), expected, strict=True):
        expect_close(actual, right, what="the sum by the loop")
    for actual, right in zip(student.dot_vec.map(inputs), expected, strict=True):
        expect_close(actual, right, what="the sum in one call")


def test_vec_without_loop(student, reference, rng):
    u, v = rng.normal(size=400), rng.normal(size=400)
    value = expect_vectorised(student.dot_vec, (u[:50], v[:50]), (u, v))
    expect_close(value, reference.dot_vec(u, v))


def test_inputs_unchanged(student, reference, rng):
    for n in (3, 20):
        u, v = whole(rng, n), whole(rng, n)
        for dot in (student.dot_loop, student.dot_vec):
            expect_close(expect_unchanged(dot, u, v), reference.dot_vec(u, v))
