import mpmath
import numpy as np

from grader.judge.expect import (
    expect,
    expect_array,
    expect_close,
    expect_gradient,
    expect_unchanged,
)
from grader.judge.remembered import remembered


def batch(rng, n):
    """Scores in quarters up to 5, of both signs, not 0; both truths where there are two."""
    z = rng.integers(1, 20, size=n) / 4 * rng.choice([-1.0, 1.0], size=n)
    return z, ((rng.permutation(n) + rng.integers(2)) % 2).astype(float)


@remembered
def exact(z, y):
    """The loss and its gradient to 60 digits, rounded."""
    with mpmath.workdps(60):
        losses, slopes = [], []
        for a, b in zip(z, y, strict=True):
            a, b = mpmath.mpf(float(a)), mpmath.mpf(float(b))
            losses.append(max(a, 0) - a * b + mpmath.log1p(mpmath.exp(-abs(a))))
            p = 1 / (1 + mpmath.exp(-a)) if a > 0 else mpmath.exp(a) / (1 + mpmath.exp(a))
            slopes.append(float((p - b) / len(z)))
        return float(mpmath.fsum(losses) / len(z)), np.array(slopes)


def measured(z, y):
    """The loss as slopes are measured from it: many times, hence in float64."""
    return np.mean(np.logaddexp(0, z) - z * y)


def two(value, z):
    expect(type(value) in (tuple, list) and len(value) == 2, "Return two values: loss and dz.")
    return expect_array(value[0], (), what="the loss"), expect_array(value[1], z.shape, what="dz")


def expect_both(value, z, y):
    loss, dz = two(value, z)
    right, slopes = exact(z, y)
    expect_close(loss, right, rtol=1e-10, atol=1e-10, what="the loss")
    expect_close(dz, slopes, rtol=0, atol=1e-10 * max(np.max(np.abs(slopes)), 1e-3), what="dz")


def test_composed(student, rng):
    for n in (3, 1, 4, 7):
        z, y = batch(rng, n)
        value = student.composed(z, y)
        _, dz = two(value, z)
        expect_gradient(lambda z, y=y: measured(z, y), z, dz, what="dz")
        expect_both(value, z, y)


def test_fused(student, rng):
    for n in (3, 1, 4, 7):
        z, y = batch(rng, n)
        value = student.fused(z, y)
        _, dz = two(value, z)
        expect_gradient(lambda z, y=y: measured(z, y), z, dz, what="dz")
        expect_both(value, z, y)


def test_gradient_of_the_loss_returned(student, rng):
    z, y = batch(rng, 5)
    for function in (student.composed, student.fused):
        _, dz = two(function(z, y), z)

        def own(z, function=function, y=y):
            return float(two(function(z, y), z)[0])

        expect_gradient(own, z, dz, what="dz, compared with the slope of your own loss")


def test_sure(student, rng):
    far = float(rng.integers(40, 60))
    # At 16 and 20 the tail of the loss is small, but to be seen in ten digits.
    for size in (rng.integers(65, 68) / 4, 20.25, far, 800.0, 1e5, 1e300):
        for z in (np.array([size, -size, 0.5]), np.array([-size, size])):
            for truth in (z > 0, z < 0):
                y = truth.astype(float)
                value = student.fused(z, y)
                loss, dz = two(value, z)
                right, slopes = exact(z, y)
                expect_close(loss, right, rtol=1e-10, atol=1e-10, what="the loss")
                expect_close(dz, slopes, rtol=0, atol=1e-10, what="dz")


def test_both_agree(student, rng):
    z, y = batch(rng, 6)
    (loss_1, dz_1), (loss_2, dz_2) = two(student.composed(z, y), z), two(student.fused(z, y), z)
    expect_close(loss_1, float(loss_2), rtol=1e-9, atol=1e-10, what="the loss of composed")
    expect_close(dz_1, dz_2, rtol=0, atol=1e-10, what="dz of composed")
    expect(
        np.all(np.sign(dz_1) == np.where(y == 1, -1, 1)), "dz must push each score to its truth."
    )


def test_inputs_unchanged(student, rng):
    for n in (3, 1):
        z, y = batch(rng, n)
        expect_both(expect_unchanged(student.composed, z, y), z, y)
        expect_both(expect_unchanged(student.fused, z, y), z, y)
