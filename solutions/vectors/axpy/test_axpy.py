import numpy as np

from grader.judge.expect import (
    expect_array,
    expect_close,
    expect_new_array,
    expect_raises,
    expect_unchanged,
)

SHAPES = ((2,), (3,), (1,), (2, 2), (2, 3), (3, 1), (2, 2, 2), (), (0,))


def whole(rng, shape):
    """Whole numbers from -6 to 6, none of them zero, as integers."""
    return rng.choice([-6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6], size=shape)


def arrays(rng, shape):
    """Two arrays that never agree in an entry: those of y are halves."""
    return np.asarray(whole(rng, shape) + 0.0), np.asarray(whole(rng, shape) + 0.5)


def test_values(student, reference, rng):
    inputs = [(a, *arrays(rng, shape)) for shape in SHAPES for a in (2.0, -1.5)]
    inputs.append((rng.normal(), rng.normal(size=(20, 5)), rng.normal(size=(20, 5))))
    for actual, right in zip(student.axpy.map(inputs), reference.axpy.map(inputs), strict=True):
        expect_close(actual, right)


def test_whole_numbers(student, reference, rng):
    # Odd entries of x: half of them is no whole number.
    inputs = [(0.5, 2 * whole(rng, shape) + 1, whole(rng, shape)) for shape in ((2,), (3, 3))]
    for actual, expected in zip(student.axpy.map(inputs), reference.axpy.map(inputs), strict=True):
        expect_close(actual, expected)


def test_steps_add_up(student, rng):
    for shape in ((2,), (3, 3)):
        x, y = arrays(rng, shape)
        there, none, alone = student.axpy.map([(1.5, x, y), (0.0, x, y), (3.0, x, 0 * y)])
        expect_close(none, y, what="the result for alpha = 0")
        expect_close(alone, 3 * x, what="the result where y is zero")
        there = expect_array(there, shape)
        expect_close(there, y + 1.5 * x, what="the first of two steps")
        back, further = student.axpy.map([(-1.5, x, there), (0.5, x, there)])
        expect_close(back, y, what="the result of a step there and back")
        expect_close(further, y + 2 * x, what="the result of a step of 1.5 and one of 0.5")


def test_shapes_differ(student, rng):
    for one, other in (((3,), (2,)), ((3,), (1,)), ((1,), (3,)), ((2,), (2, 1)), ((2, 2), (2,))):
        with expect_raises(ValueError):
            student.axpy(2.0, whole(rng, one) + 0.0, whole(rng, other) + 0.0)


def test_new_array(student, rng):
    x, y = arrays(rng, (2,))
    for alpha, a, b, right in ((0.0, x, y, y), (1.0, x, 0 * y, x), (2.0, x, y, 2 * x + y)):
        expect_close(expect_new_array(student.axpy, alpha, a, b), right)


def test_inputs_unchanged(student, rng):
    for shape in ((2,), (2, 2), (3, 2)):
        x, y = arrays(rng, shape)
        expect_close(expect_unchanged(student.axpy, -2.0, x, y), y - 2 * x)
