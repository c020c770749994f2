import mpmath
import numpy as np

from grader.judge.expect import expect, expect_array, expect_close, expect_raises
from grader.judge.remembered import remembered

L, N = 100, 32


@remembered
def rate(n, scale):
    """The rate to be expected: the mean logarithm of the length of n normal numbers."""
    return float(mpmath.log(scale) + (mpmath.digamma(mpmath.mpf(n) / 2) + mpmath.log(2)) / 2)


def expect_rates(student, cases, tolerance):
    # One by one: a call takes long, and where the first is wrong no other need be made.
    for layers, n, scale, number in cases:
        value = expect_array(student.growth_rate(layers, n, scale, number), ())
        # Drawn numbers: about six standard deviations of the mean are let through.
        expect_close(value, rate(n, scale), rtol=0, atol=tolerance, what="the rate")


def seed(rng):
    return int(rng.integers(1, 10**6))


def narrow(rng):
    """Layers of width 2, where each draw of a matrix has its own rate."""
    return [(300, 2, 0.6, seed(rng)) for _ in range(10)]


def test_rate(student, rng):
    scales = 0.5, 0.125, 0.2, 1.0, 0.05
    expect_rates(student, [(L, N, scale, seed(rng)) for scale in scales], 0.08)
    expect_rates(student, narrow(rng), 0.25)


def test_far_outside_of_float64(student, rng):
    cases = [(300, 16, scale, seed(rng)) for scale in (1000.0, 30.0, 0.001, 0.01)]
    expect_rates(student, cases, 0.065)
    expect_rates(student, [(300, 2, 1000.0, seed(rng)) for _ in range(5)], 0.25)


def test_few_layers(student, rng):
    # One layer is a single draw: anything within the range of its luck will do, on the average.
    for layers in (1, 2):
        cases = [(layers, N, 0.25, seed(rng)) for _ in range(60)]
        values = [float(expect_array(v, ())) for v in student.growth_rate.map(cases)]
        expect_close(np.mean(values), rate(N, 0.25), rtol=0, atol=0.1, what="the mean of 60 rates")
    cases = [(3, 1, 1.0, seed(rng)) for _ in range(60)]
    values = [float(expect_array(v, ())) for v in student.growth_rate.map(cases)]
    expect_close(
        np.mean(values), rate(1, 1.0), rtol=0, atol=0.55, what="the mean of 60 rates of width 1"
    )


def test_seed(student, rng):
    a = seed(rng)
    first, again, other = (
        float(expect_array(v, ()))
        for v in student.growth_rate.map([(20, 8, 0.3, a), (20, 8, 0.3, a), (20, 8, 0.3, a + 1)])
    )
    expect(first == again, "The same seed must give the same rate.")
    expect(first != other, "Another seed must give another rate.")


def test_scale_shifts_the_rate(student, rng):
    a = seed(rng)
    one, two = (
        float(expect_array(v, ()))
        for v in student.growth_rate.map([(50, 16, 0.25, a), (50, 16, 0.5, a)])
    )
    expect_close(
        two - one, float(np.log(2)), rtol=1e-6, what="the gain from weights twice as large"
    )


def test_zero_scale(student, rng):
    for layers, n in ((3, 4), (1, 1)):
        expect_close(
            student.growth_rate(layers, n, 0.0, seed(rng)), -np.inf, what="the rate for scale 0"
        )


def test_good_scale(student, rng):
    for n in (1, 4, int(rng.integers(5, 60)), 512):
        for act, gain in (("linear", 1.0), ("tanh", 1.0), ("relu", 2.0)):
            expect_close(
                student.good_scale(n, act), float(np.sqrt(gain / n)), what=f"the scale for {act}"
            )


def test_good_scale_is_good(student, rng):
    for act, does in (("linear", lambda x: x), ("relu", lambda x: np.maximum(x, 0))):
        scale = float(expect_array(student.good_scale(N, act), ()))
        x = np.ones((40, N, 1)) / np.sqrt(N)
        for _ in range(10):
            x = does(scale * rng.normal(size=(40, N, N)) @ x)
        each_layer = float(np.mean(np.sum(x**2, axis=(1, 2)))) ** (1 / 10)
        expect_close(each_layer, 1.0, rtol=0.1, what=f"what a {act} layer makes of length 1")


def test_other_activations(student):
    for act in ("sigmoid", "ReLU", ""):
        with expect_raises(ValueError):
            student.good_scale(10, act)
