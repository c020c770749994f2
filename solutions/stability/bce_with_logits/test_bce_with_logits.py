import mpmath
import numpy as np

from grader.judge.expect import (
    expect_array,
    expect_close,
    expect_stable,
    expect_unchanged,
    expect_vectorised,
)
from grader.judge.remembered import remembered

ULPS = 4096  # about 12 digits


@remembered
def oracle(z, y):
    with mpmath.workdps(60):
        losses = []
        for a, b in zip(np.ravel(z), np.ravel(y), strict=True):
            a, b = mpmath.mpf(float(a)), mpmath.mpf(float(b))
            losses.append(max(a, 0) - a * b + mpmath.log1p(mpmath.exp(-abs(a))))
        return losses


def exact(z, y):
    return np.array([float(loss) for loss in oracle(z, y)]).reshape(np.shape(z))


def expect_losses(student, z, y):
    z, y = np.array(z, dtype=float), np.array(y, dtype=float)
    value = expect_array(student.bce_with_logits(z, y), z.shape)
    expect_stable(value.ravel(), oracle(z, y), ulps=ULPS)


def scores(rng, n):
    """Tenths from 0.3 to 4 in size, of both signs."""
    z = rng.integers(3, 41, size=n) / 10 * rng.choice([-1.0, 1.0], size=n)
    z[:2] = [abs(z[0]), -abs(z[1])]
    return z


def test_values(student, rng):
    z = scores(rng, 4)
    expect_losses(student, z, [1, 1, 0, 0])
    expect_losses(student, z, [0, 0, 1, 1])
    expect_losses(student, rng.uniform(-3, 3, size=30), rng.integers(2, size=30))


def test_confident_and_wrong(student, rng):
    large = [float(rng.integers(40, 60)), 710.0, 800.0, 1e5, 1e300]
    expect_losses(student, large, [0] * 5)
    expect_losses(student, [-z for z in large], [1] * 5)


def test_confident_and_right(student, rng):
    for large in ([float(rng.integers(80, 99)), 300.0, 700.0], [float(rng.integers(30, 36)), 40.0]):
        expect_losses(student, large, [1] * len(large))
        expect_losses(student, [-z for z in large], [0] * len(large))


def test_between_yes_and_no(student, rng):
    z, y = scores(rng, 5), rng.integers(1, 8, size=5) / 8
    expect_close(expect_array(student.bce_with_logits(z, y), (5,)), exact(z, y), atol=1e-11)
    z, y = np.array([900.0, -900.0, 0.0]), np.array([0.25, 0.25, 0.75])
    expect_close(expect_array(student.bce_with_logits(z, y), (3,)), exact(z, y), atol=1e-9)


def test_shapes(student, rng):
    for shape in ((2, 3), (3, 1), (1,), (2, 2, 2), (), (0,)):
        z = np.array(rng.integers(-9, 10, size=shape) / 4)
        y = np.array(rng.integers(2, size=shape) + 0.0)
        expect_close(expect_array(student.bce_with_logits(z, y), shape), exact(z, y), atol=1e-12)


def test_mirrored(student, rng):
    z, ones = scores(rng, 6), np.ones(6)
    yes, no, turned = (
        expect_array(v, (6,))
        for v in student.bce_with_logits.map([(z, ones), (z, 0 * ones), (-z, 0 * ones)])
    )
    expect_close(turned, yes, what="the loss with the score and the truth turned round")
    expect_close(no - yes, z, what="the loss for no minus the loss for yes")


def test_no_loop(student, rng):
    z, y = rng.normal(size=64), rng.integers(2, size=64) + 0.0
    value = expect_vectorised(student.bce_with_logits, (z[:8], y[:8]), (z, y))
    expect_close(value, exact(z, y))


def test_inputs_unchanged(student, rng):
    z, y = scores(rng, 4), np.array([1.0, 0.0, 1.0, 0.0])
    expect_close(expect_unchanged(student.bce_with_logits, z, y), exact(z, y))
