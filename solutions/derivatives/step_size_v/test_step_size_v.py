import math

import numpy as np

from grader.judge.expect import code, expect, expect_array, expect_close, expect_unchanged

POWERS = 2.0 ** -np.arange(1, 9)
EXP = (code("lambda x: math.exp(x)"), code("lambda x: math.exp(x)"))


def cubic(rng, sign=-1):
    """A cubic, its slope and its leading number: the central error is that number times h squared.

    With a negative one the slope is below -1 everywhere.
    """
    a, b = sign * int(rng.choice([3, 5])), int(rng.integers(2, 5))
    f, slope = code(f"lambda x: {a} * x**3 - {b} * x"), code(f"lambda x: {3 * a} * x**2 - {b}")
    return f, slope, a


def mixed(rng, hs):
    """The steps neither rising nor falling, and none at the place that it has among sorted ones."""
    return np.roll(np.sort(hs), int(rng.integers(2, len(hs) - 1)))


def curve(value, hs):
    """The errors and the best step as the student gave them, each of the right shape."""
    expect(type(value) in (tuple, list) and len(value) == 2, "Return two values: errors and best.")
    errors, best = value
    return expect_array(errors, (len(hs),), what="errors"), expect_array(best, (), what="best")


def expect_best(errors, best, hs):
    expect(float(best) in hs.tolist(), "The best step must be one of hs.")
    won = errors[hs.tolist().index(float(best))]
    expect(won == errors.min(), "The best step is not the one with the smallest of your errors.")


def test_errors(student, rng):
    for x, sign in ((0.3, -1), (-1.4, 1), (2.1, -1)):
        f, slope, a = cubic(rng, sign)
        hs = mixed(rng, POWERS)
        errors, _ = curve(student.step_curve(f, slope, x, hs), hs)
        expect_close(errors, np.abs(a) * hs**2, rtol=1e-6, what="errors")


def test_best(student, rng):
    f, slope, _ = cubic(rng)
    hs = mixed(rng, POWERS)
    errors, best = curve(student.step_curve(f, slope, 0.3, hs), hs)
    expect_close(best, POWERS[-1], what="best")
    hs = mixed(rng, 10.0 ** -np.arange(1, 14))
    errors, best = curve(student.step_curve(*EXP, float(rng.integers(4, 9)) / 4, hs), hs)
    expect_best(errors, best, hs)


def test_two_slopes_of_the_valley(student, rng):
    x = float(rng.integers(4, 9)) / 4
    wide, fine = np.array([0.1, 0.01, 0.001]), 10.0 ** -np.arange(11, 15)
    errors, _ = curve(student.step_curve(*EXP, x, wide), wide)
    expect_close(errors, math.exp(x) * wide**2 / 6, rtol=0.01, what="errors right of the valley")
    errors, _ = curve(student.step_curve(*EXP, x, fine), fine)
    expect(
        errors.max() > 1e-5, "Left of the valley rounding must show, and your errors stay small."
    )
    small = np.array([0.3, 0.1])
    f, slope, a = cubic(rng)
    errors, _ = curve(student.step_curve(f, slope, 0.5, small), small)
    expect_close(errors, -a * small**2, rtol=1e-9, what="errors that float64 knows exactly")
    valley = np.array([2e-5, 1e-5, 5e-6])
    errors, _ = curve(student.step_curve(*EXP, x, valley), valley)
    expect(errors.max() < 1e-7, "In the valley float64 knows the slope of exp to more digits.")


def test_level_places(student, rng):
    hs = mixed(rng, POWERS)
    a = int(rng.integers(2, 6))
    errors, best = curve(
        student.step_curve(
            code(f"lambda x: {a} * x**3"), code(f"lambda x: {3 * a} * x**2"), 0.0, hs
        ),
        hs,
    )
    expect_close(errors, a * hs**2, rtol=1e-6, what="errors where the slope is 0")
    expect_best(errors, best, hs)
    errors, best = curve(
        student.step_curve(code("lambda x: math.cos(x)"), code("lambda x: -math.sin(x)"), 0.0, hs),
        hs,
    )
    expect_close(errors, np.zeros(len(hs)), atol=1e-12, what="errors on top of a hill")
    expect_best(errors, best, hs)


def test_one_step(student, rng):
    f, slope, a = cubic(rng)
    hs = np.array([float(rng.choice(POWERS[4:]))])
    errors, best = curve(student.step_curve(f, slope, 0.3, hs), hs)
    expect_close(errors, abs(a) * hs**2, rtol=1e-6, what="errors")
    expect_close(best, hs[0], what="best")


def test_input_unchanged(student, rng):
    f, slope, a = cubic(rng)
    hs = mixed(rng, POWERS)
    errors, _ = curve(expect_unchanged(student.step_curve, f, slope, 0.3, hs), hs)
    expect_close(errors, abs(a) * hs**2, rtol=1e-6, what="errors")
