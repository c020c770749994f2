import math

import numpy as np

from grader.judge.expect import code, expect, expect_close

CUBIC = "lambda x: x**3 - 2 * x"
STEPS = (1.0, 0.5, 0.25, 2.0**-10)


def cubic(x):
    return x**3 - 2 * x


def places(rng):
    """Numbers in quarters, of both signs; and at the last one the cubic falls."""
    return [float(x) for x in rng.integers(3, 12, size=3) / 4 * np.array([1, -1, 1])] + [0.25]


def test_forward(student, rng):
    for x in places(rng):
        for h in STEPS:
            right = (cubic(x + h) - cubic(x)) / h
            expect_close(student.forward_diff(code(CUBIC), x, h), right, rtol=1e-8)


def test_central(student, rng):
    for x in places(rng):
        for h in STEPS:
            right = (cubic(x + h) - cubic(x - h)) / (2 * h)
            expect_close(student.central_diff(code(CUBIC), x, h), right, rtol=1e-8)


def test_straight_lines_and_parabolas(student, rng):
    a, b = (int(n) for n in rng.integers(2, 7, size=2))
    for x in places(rng):
        line, parabola = code(f"lambda x: {b} - {a} * x"), code(f"lambda x: {a} * x * x + {b} * x")
        expect_close(student.forward_diff(line, x, 0.5), -float(a))
        expect_close(student.central_diff(line, x, 0.5), -float(a))
        expect_close(student.central_diff(parabola, x, 0.5), 2 * a * x + b, atol=1e-12)


def test_order_of_the_error(student, rng):
    x = abs(places(rng)[0]) / 2
    slope = math.exp(x)
    errors = {}
    for name, function in (("f", student.forward_diff), ("c", student.central_diff)):
        values = [function(code("lambda x: math.exp(x)"), x, h) for h in (0.02, 0.01)]
        for value in values:
            expect_close(value, slope, rtol=0.03, what="the slope of exp")
        errors[name] = [abs(float(np.asarray(value)) - slope) for value in values]
    expect(1.8 < errors["f"][0] / errors["f"][1] < 2.2, "Halving h must halve the forward error.")
    expect(3.6 < errors["c"][0] / errors["c"][1] < 4.4, "Halving h must quarter the central error.")


def test_whole_numbers(student):
    expect_close(student.forward_diff(code("lambda x: x * x"), 3, 0.5), 6.5)
    expect_close(student.central_diff(code("lambda x: x * x"), 3, 0.5), 6.0)


def test_no_other_points(student):
    # To the left of 1 the square root is not defined, and to the right of 3 this logarithm is not.
    root, log = (
        code("lambda x: math.sqrt(x - 1)"),
        code("lambda x: math.log(3 - x) if x >= 1 else 1 / 0"),
    )
    expect_close(student.forward_diff(root, 1.0, 0.25), 2.0)
    right = (math.log(0.5) - math.log(1.5)) / 1.0
    expect_close(student.central_diff(log, 2.0, 0.5), right)
