import math

import mpmath

from grader.judge.expect import expect, expect_close, expect_raises, expect_unchanged

VALUES = {
    "double": lambda v: 2 * v,
    "negate": lambda v: -v,
    "square": lambda v: v * v,
    "exp": mpmath.exp,
    "sin": mpmath.sin,
    "tanh": mpmath.tanh,
    "sigmoid": lambda v: 1 / (1 + mpmath.exp(-v)),
    "relu": lambda v: max(v, mpmath.mpf(0)),
}
CHAINS = (
    ("square", "sin"),
    ("square", "relu", "exp"),
    ("sin", "square", "exp"),
    ("tanh", "double", "exp"),
    ("double", "sigmoid", "square"),
    ("exp", "tanh", "negate"),
    ("negate", "sigmoid", "sin", "double"),
    ("square", "double", "sin", "exp", "tanh"),
)


def point(rng):
    """A number in tenths, away from 0 and from 1, where a slip may not show."""
    return float(rng.choice([-9, -8, -7, -6, -4, 3, 4, 6, 7, 8])) / 10


def two(value):
    expect(
        isinstance(value, tuple | list) and len(value) == 2 and isinstance(value[1], tuple | list),
        "Return a number and a list, the slope of the whole and the factors.",
    )
    return value


def measured(fs, x):
    """The derivative of the whole, as the values of its functions to 60 digits tell it."""

    def whole(v):
        for name in fs:
            v = VALUES[name](v)
        return v

    with mpmath.workdps(60):
        return float(mpmath.diff(whole, mpmath.mpf(x)))


def test_one_function(student, reference, rng):
    inputs = [([name], point(rng)) for name in VALUES]
    inputs += [(["relu"], 0.5), (["relu"], -0.5), (["tanh"], -2.0), (["sigmoid"], 3.0)]
    for value, right in zip(student.chain.map(inputs), reference.chain.map(inputs), strict=True):
        expect_close(two(value), right)


def test_slope_of_the_whole(student, rng):
    inputs = [(list(fs), point(rng)) for fs in CHAINS]
    for (fs, x), value in zip(inputs, student.chain.map(inputs), strict=True):
        expect_close(two(value)[0], measured(fs, x), what="the slope of the whole")


def test_factors(student, reference, rng):
    inputs = [(list(fs), point(rng)) for fs in CHAINS]
    for value, right in zip(student.chain.map(inputs), reference.chain.map(inputs), strict=True):
        expect_close(two(value)[1], right[1], what="the list of factors")


def test_stopped(student, rng):
    x = abs(point(rng))
    for fs, factors in (
        (["negate", "relu", "double", "square"], [-1.0, 0.0, 2.0, 0.0]),
        (["negate", "relu", "exp"], [-1.0, 0.0, 1.0]),
        (["relu", "negate", "relu"], [1.0, -1.0, 0.0]),
    ):
        expect_close(student.chain(fs, x), (0.0, factors))
    expect_close(student.chain(["relu"], 0.0), (0.0, [0.0]))


def test_empty(student, rng):
    expect_close(two(student.chain([], point(rng)))[0], 1.0, what="the slope of an empty chain")


def test_whole_is_the_product(student, rng):
    for fs in CHAINS:
        slope, factors = two(student.chain(list(fs), point(rng)))
        expect(len(factors) == len(fs), "There must be one factor for each function.")
        expect_close(slope, math.prod(float(f) for f in factors), what="the slope of the whole")


def test_other_names(student, rng):
    for fs in (["cube"], ["square", "cosh"], ["sin", "SIN"]):
        with expect_raises(ValueError):
            student.chain(fs, point(rng))


def test_list_unchanged(student, reference, rng):
    for fs in CHAINS[:3]:
        x = point(rng)
        value = expect_unchanged(student.chain, list(fs), x)
        expect_close(two(value), reference.chain(list(fs), x))
