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

SIZES = ((2, 3), (3, 2), (4, 5), (3, 3))


def batch(rng, n, c):
    """Scores in halves, and classes that are not all alike where there are several."""
    return rng.integers(-6, 7, size=(n, c)) / 2, (rng.permutation(n) + rng.integers(c)) % c


@remembered
def exact(Z, y):
    """The loss and its gradient to 60 digits, rounded."""
    with mpmath.workdps(60):
        loss, dZ = mpmath.mpf(0), np.empty(Z.shape)
        for n, row in enumerate(Z):
            top = max(row)
            weights = [mpmath.exp(mpmath.mpf(float(z)) - mpmath.mpf(float(top))) for z in row]
            total = mpmath.fsum(weights)
            loss += mpmath.log(total) + mpmath.mpf(float(top)) - mpmath.mpf(float(row[y[n]]))
            for c, w in enumerate(weights):
                dZ[n, c] = float((w / total - (1 if c == y[n] else 0)) / len(y))
        return float(loss / len(y)), dZ


def measured(Z, y):
    """The loss as slopes are measured from it: many times, hence in float64."""
    return np.mean(np.logaddexp.reduce(Z, axis=1) - Z[np.arange(len(y)), y])


def two(value):
    expect(
        isinstance(value, tuple | list) and len(value) == 2,
        "Return a number and an array, the loss and its gradient.",
    )
    return value


def test_loss(student, rng):
    inputs = [batch(rng, *size) for size in SIZES]
    for (Z, y), value in zip(inputs, student.softmax_xent.map(inputs), strict=True):
        expect_close(two(value)[0], exact(Z, y)[0], what="the loss")


def test_slope(student, rng):
    for size in SIZES:
        Z, y = batch(rng, *size)
        _, dZ = two(student.softmax_xent(Z, y))
        expect_gradient(lambda Z, y=y: measured(Z, y), Z, expect_array(dZ, Z.shape, what="dZ"))


def test_gradient_of_the_loss_returned(student, rng):
    # The slope of the student's own loss, whatever that is.
    Z, y = batch(rng, 3, 4)
    Z[0, y[0]] = -8.0  # sure, and wrong: what is added inside a logarithm shows here
    _, dZ = two(student.softmax_xent(Z, y))
    step = rng.normal(size=Z.shape) * 1e-4
    ahead, behind = student.softmax_xent.map([(Z + step, y), (Z - step, y)])
    rise = (float(expect_array(two(ahead)[0], ())) - float(expect_array(two(behind)[0], ()))) / 2
    worth = float(np.sum(expect_array(dZ, Z.shape, what="dZ") * step))
    expect_close(rise, worth, rtol=1e-5, atol=1e-10, what="what a small step is worth")


def test_one_example(student, rng):
    inputs = [batch(rng, 1, c) for c in (2, 4)] + [batch(rng, 3, 1), batch(rng, 1, 1)]
    for (Z, y), value in zip(inputs, student.softmax_xent.map(inputs), strict=True):
        expect_close(two(value), exact(Z, y), atol=1e-12)


def test_rows_sum_to_zero(student, rng):
    for size in SIZES:
        Z, y = batch(rng, *size)
        dZ = expect_array(two(student.softmax_xent(Z, y))[1], Z.shape, what="dZ")
        expect_close(
            dZ.sum(axis=1), np.zeros(len(y)), atol=1e-12, what="the sums of the rows of dZ"
        )
        expect(
            dZ[np.arange(len(y)), y].max() < 0,
            "A higher score of the correct class lowers the loss.",
        )


def test_shifted_rows(student, rng):
    Z, y = batch(rng, 3, 4)
    shifted = Z + np.array([[10.0], [-20.0], [0.5]])
    expect_close(student.softmax_xent(shifted, y), exact(Z, y))


def test_large_scores(student, rng):
    for scale in (50, 1000, 3000):
        Z, y = batch(rng, 4, 3)
        loss, dZ = two(student.softmax_xent(scale * Z, y))
        right_loss, right_dZ = exact(scale * Z, y)
        expect_close(loss, right_loss, atol=1e-9, what="the loss")
        expect_close(expect_array(dZ, Z.shape, what="dZ"), right_dZ, atol=1e-12, what="dZ")


def test_inputs_unchanged(student, rng):
    for size in ((2, 3), (3, 3)):
        Z, y = batch(rng, *size)
        expect_close(expect_unchanged(student.softmax_xent, Z, y), exact(Z, y))
