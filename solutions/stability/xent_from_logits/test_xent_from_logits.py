import mpmath
import numpy as np

from grader.judge.expect import (
    expect,
    expect_array,
    expect_close,
    expect_gradient,
    expect_unchanged,
    expect_vectorised,
)
from grader.judge.remembered import remembered


@remembered
def exact(Z, y):
    with mpmath.workdps(60):
        total = mpmath.mpf(0)
        for row, c in zip(Z, y, strict=True):
            z = [mpmath.mpf(float(one)) for one in row]
            top = max(z)
            total += top + mpmath.log(mpmath.fsum(mpmath.exp(one - top) for one in z)) - z[c]
        return float(total / len(y))


def batch(rng, n, c):
    """Different halves as scores, and classes that are not all alike where there are several."""
    Z = rng.permutation(n * c).reshape(n, c) / 2 - 2
    return Z, (rng.permutation(n) + rng.integers(c)) % c


def expect_losses(student, inputs):
    for (Z, y), value in zip(inputs, student.cross_entropy.map(inputs), strict=True):
        size = max(1.0, float(np.max(np.abs(Z))))
        expect_close(expect_array(value, ()), exact(Z, y), rtol=1e-11, atol=1e-12 * size)


def test_values(student, rng):
    expect_losses(student, [batch(rng, *size) for size in ((1, 3), (2, 3), (3, 2), (5, 4))])


def test_as_many_examples_as_classes(student, rng):
    expect_losses(student, [batch(rng, n, n) for n in (2, 3, 4)])


def test_large(student, rng):
    for shift in (900.0, 5000.0, -3000.0):
        Z, y = batch(rng, 2, 3)
        expect_losses(student, [(Z + shift, y)])
    Z, y = batch(rng, 3, 3)
    expect_losses(student, [(Z + np.array([[2000.0], [0.0], [-2000.0]]), y)])


def test_confident_and_wrong(student, rng):
    for gap in (40.0, 800.0, 1e5):
        Z, y = batch(rng, 3, 3)
        Z[np.arange(3), (y + 1) % 3] += gap
        expect_losses(student, [(Z, y)])


def test_confident_and_right(student, rng):
    for gap in (20.0, 800.0):
        Z, y = batch(rng, 3, 3)
        Z[np.arange(3), y] += gap
        expect_losses(student, [(Z, y)])


def test_one_class(student, rng):
    expect_losses(
        student,
        [(batch(rng, 3, 1)[0], np.zeros(3, dtype=int)), (batch(rng, 1, 1)[0], np.array([0]))],
    )


def test_relations(student, rng):
    Z, y = batch(rng, 4, 3)[0], np.array([0, 0, 0, 1])
    order = np.array([2, 0, 1])
    loss, renamed, shifted, shrug = student.cross_entropy.map(
        [(Z, y), (Z[:, order], np.argsort(order)[y]), (Z + 7.0, y), (0 * Z, y)]
    )
    loss = float(expect_array(loss, ()))
    expect(loss > 0, "The loss is above zero unless the truth is certain.")
    expect_close(renamed, loss, what="the loss with the classes in another order")
    expect_close(shifted, loss, what="the loss with all scores raised by 7")
    expect_close(shrug, np.log(3), what="the loss for equal scores")


def test_slope(student, rng):
    Z, y = batch(rng, 2, 3)
    P = np.exp(Z) / np.exp(Z).sum(axis=1, keepdims=True)
    P[np.arange(2), y] -= 1
    expect_gradient(lambda Z: student.cross_entropy(Z, y), Z, P / 2, what="the slope of your loss")


def test_no_loop(student, rng):
    Z, y = rng.normal(size=(64, 3)), rng.integers(3, size=64)
    value = expect_vectorised(student.cross_entropy, (Z[:8], y[:8]), (Z, y))
    expect_close(value, exact(Z, y))


def test_inputs_unchanged(student, rng):
    for size in ((2, 3), (3, 3)):
        Z, y = batch(rng, *size)
        expect_close(expect_unchanged(student.cross_entropy, Z, y), exact(Z, y))
