import math

import numpy as np
import pytest

from grader.judge.expect import expect_array, expect_close, expect_gradient, expect_methods

METHODS = "__add__", "__radd__", "__mul__", "__rmul__", "__pow__", "tanh", "relu", "backward"
RUN = """
values = [Value(one) for one in at]
result = (BUILD)(*values)
result.backward()
slopes, kept = [float(v.grad) for v in values], [float(v.data) for v in values]
[float(result.data), slopes, float(result.grad), kept]
"""
TWICE = """
def slopes():
    return [float(v.grad) for v in (a, b, c)]

a, b = Value(x), Value(y)
c = a * b
first = c * a + b
first.backward()
before = slopes()
first.backward()
again = slopes()
second = c + 3 * b
second.backward()
[before, again, slopes()]
"""
INNER = """
a, b = Value(x), Value(y)
c = a * b
d = c + a
e = c * d
e.backward()
[float(v.grad) for v in (a, b, c, d, e)]
"""
DEEP = """
x = Value(start)
v = x
for _ in range(depth):
    v = v * 1.0001 + step
v.backward()
[float(v.data), float(x.grad)]
"""
WIDE = """
x = Value(start)
v = x
for _ in range(60):
    v = v + v
v.backward()
[float(v.data), float(x.grad)]
"""


@pytest.fixture(autouse=True)
def has_its_methods(student):
    expect_methods(student, "Value", *METHODS)


def numbers(rng, n):
    """Different quarters from 0.5 to 3, none of them 1, with signs."""
    sizes = rng.permutation(np.array([2, 3, 5, 6, 7, 9, 10, 11, 12]))[:n] / 4
    return sizes * rng.choice([-1.0, 1.0], size=n)


def run(student, build, at):
    """The result and its slopes by the values at the bottom, as the student's class has them."""
    at = np.asarray(at, dtype=float)
    result, slopes, own, kept = student.evaluate(RUN.replace("BUILD", build), at=at.tolist())
    expect_close(own, 1.0, what="the slope of the result by itself")
    expect_close(kept, at.tolist(), what="the data of the values at the bottom")
    return float(expect_array(result, ())), expect_array(slopes, at.shape, what="the slopes")


def expect_slopes(student, build, f, at):
    at = np.asarray(at, dtype=float)
    result, slopes = run(student, build, at)
    expect_close(result, float(f(*at)), rtol=1e-10, atol=1e-10, what="the result")
    expect_gradient(lambda at: f(*at), at, slopes, what="the slopes")


def test_sums_and_products(student, rng):
    at = numbers(rng, 3)
    for build in (
        "lambda a, b, c: a * b + c",
        "lambda a, b, c: (a + b) * c",
        "lambda a, b, c: a * b * c + a",
    ):
        expect_slopes(student, build, eval(build), at)


def test_plain_numbers(student, rng):
    at = numbers(rng, 1)
    for build in (
        "lambda a: 2 * a + 1",
        "lambda a: a * 3 + 0.5",
        "lambda a: 1 + a",
        "lambda a: -1 * (4 + a) * a",
    ):
        expect_slopes(student, build, eval(build), at)


def test_powers(student, rng):
    a, b = np.abs(numbers(rng, 2))
    for build in (
        "lambda a, b: a**3 + b**2",
        "lambda a, b: a**-1 * b",
        "lambda a, b: (a * b) ** 0.5",
        "lambda a, b: a**1 + b",
    ):
        expect_slopes(student, build, eval(build), [a, b])
    result, slopes = run(student, "lambda a: a**3", [-a])
    expect_close(result, float(-(a**3)), what="the cube of a negative number")
    expect_close(slopes, np.array([3 * a * a]), what="its slope")
    _, slopes = run(student, "lambda a: a**2 + a", [0.0])
    expect_close(slopes, np.ones(1), what="the slope of a**2 + a at 0")


def test_tanh_and_relu(student, rng):
    a, b = np.abs(numbers(rng, 2)) / 2
    for build, f in (
        ("lambda a, b: (a * b).tanh() * 5", lambda a, b: 5 * np.tanh(a * b)),
        ("lambda a, b: (a + b).relu() * a", lambda a, b: (a + b) * a),
        ("lambda a, b: (a * -1).relu() + b * b", lambda a, b: b * b),
    ):
        expect_slopes(student, build, f, [a, b])
    result, slopes = run(student, "lambda a: a.relu() * 3", [0.25])
    expect_close(result, 0.75, what="3 relu(0.25)")
    expect_close(slopes, np.full(1, 3.0), what="its slope")
    _, slopes = run(student, "lambda a: a.relu() + a", [0.0])
    expect_close(slopes, np.ones(1), what="the slope of relu(a) + a at 0")


def test_used_more_than_once(student, rng):
    at = numbers(rng, 2)
    for build in (
        "lambda a, b: a * a + b",
        "lambda a, b: a + a + b",
        "lambda a, b: (a * b) * (a + b)",
        "lambda a, b: (lambda c: c * c + c)(a * b)",
        "lambda a, b: (lambda c: (lambda d: c * d + d)(c + a))(a * b)",
    ):
        expect_slopes(student, build, eval(build), at)


def test_waits_for_all(student, rng):
    a, b = (float(one) for one in numbers(rng, 2))
    c, d = a * b, a * b + a
    right = [d * b + c * (b + 1), d * a + c * a, d + c, c, 1.0]
    value = student.evaluate(INNER, x=a, y=b)
    expect_close(value, right, rtol=1e-10, atol=1e-10, what="the slopes of all values of a graph")
    value = student.evaluate(WIDE, start=1.5)
    what = "a value doubled sixty times, and its slope"
    expect_close(value, [1.5 * 2.0**60, 2.0**60], rtol=1e-10, what=what)


def test_starts_afresh(student, rng):
    a, b = (float(one) for one in numbers(rng, 2))
    first = [2 * a * b, a * a + 1, a]
    value = student.evaluate(TWICE, x=a, y=b)
    fresh = student.evaluate("[float(v.grad) for v in (Value(2.0), Value(3.0) * Value(2.0))]")
    expect_close(fresh, [0.0, 0.0], what="the grad of values before any backward()")
    what = "the slopes of one result, of the same again, and of another"
    expect_close(value, [first, first, [b, a + 3, 1.0]], rtol=1e-10, atol=1e-10, what=what)


class Plain:
    """A plain number with the method that the texts of random graphs use."""

    def __init__(self, number):
        self.number = number

    def __add__(self, other):
        return Plain(self.number + other.number)

    def __mul__(self, other):
        return Plain(self.number * getattr(other, "number", other))

    def tanh(self):
        return Plain(np.tanh(self.number))


def test_random_graphs(student, rng):
    for _ in range(4):
        names, steps = ["a", "b", "c"], []
        for name in "defgh":
            left, right = rng.choice(names, size=2)
            forms = ["{} + {}", "{} * {}", "{} + {}.tanh()", "{} * {} * 0.5"]
            steps.append(f"({name} := {str(rng.choice(forms)).format(left, right)})")
            names.append(name)
        # What was made first stands first, and is used on several levels.
        build = f"lambda a, b, c: [{', '.join(steps)}, d * e + f * (g * h)][-1]"

        def f(*at, build=build):
            return eval(build)(*map(Plain, at)).number

        expect_slopes(student, build, f, numbers(rng, 3) / 3)


def test_far_out_and_deep(student, rng):
    for z in (400.0, -400.0, 1000.0):
        result, slopes = run(student, "lambda a: a.tanh() + 0 * a", [z])
        expect_close(result, math.copysign(1.0, z), what="tanh far out")
        expect_close(slopes, np.zeros(1), atol=1e-12, what="its slope")
    start = float(rng.integers(2, 6)) / 2
    value = student.evaluate(DEEP, start=start, depth=5000, step=0.25)
    data = start
    for _ in range(5000):
        data = data * 1.0001 + 0.25
    what = "a value ten thousand operations deep, and its slope"
    expect_close(value, [data, 1.0001**5000], rtol=1e-9, what=what)
