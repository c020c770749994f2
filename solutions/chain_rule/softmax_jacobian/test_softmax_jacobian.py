import mpmath
import numpy as np

from grader.judge.expect import (
    expect,
    expect_array,
    expect_close,
    expect_jacobian,
    expect_unchanged,
    expect_vectorised,
    expect_vjp,
)
from grader.judge.remembered import remembered

TIGHT = 1e-11


def scores(rng, n):
    """Different halves from -3 to 3."""
    return rng.permutation(13)[:n] / 2 - 3


def softmax(z):
    E = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return E / E.sum(axis=-1, keepdims=True)


def probabilities(rng, n, c):
    return softmax(np.array([scores(rng, c) for _ in range(n)]))


def upstream(rng, shape):
    """Different halves, far from alike."""
    size = int(np.prod(shape))
    return (
        (rng.permutation(size) + 1.0).reshape(shape) / 2 * np.where(rng.random(shape) < 0.5, -1, 1)
    )


@remembered
def exact(z):
    with mpmath.workdps(400):
        weights = [mpmath.exp(mpmath.mpf(float(one)) - mpmath.mpf(float(max(z)))) for one in z]
        total = mpmath.fsum(weights)
        p = [w / total for w in weights]
        return np.array(
            [
                [float(a * ((1 if i == j else 0) - b)) for j, b in enumerate(p)]
                for i, a in enumerate(p)
            ]
        )


def right_vjp(dout, p):
    rows = [
        (np.diag(q) - np.outer(q, q)) @ d
        for d, q in zip(np.atleast_2d(dout), np.atleast_2d(p), strict=True)
    ]
    return np.array(rows).reshape(dout.shape)


def test_matrix(student, rng):
    for c in (3, 2, 5, 4):
        z = scores(rng, c)
        value = expect_array(student.softmax_jacobian(z), (c, c), what="the Jacobian")
        expect_jacobian(softmax, z, value)
        expect_close(value, exact(z), atol=TIGHT)


def test_large_scores(student, rng):
    for shift in (1000.0, 5e4, -2000.0):
        z = scores(rng, 3) + shift
        expect_close(student.softmax_jacobian(z), exact(z), atol=TIGHT)
    z = np.array([900.0, -900.0, float(rng.integers(880, 899))])
    expect_close(student.softmax_jacobian(z), exact(z), atol=TIGHT)
    z = np.array([1e300, -1e300, 1.0])
    expect_close(student.softmax_jacobian(z), np.zeros((3, 3)), atol=TIGHT)


def test_one_class(student, rng):
    expect_close(student.softmax_jacobian(scores(rng, 1)), np.zeros((1, 1)), atol=TIGHT)
    value = student.softmax_vjp(upstream(rng, (4, 1)), np.ones((4, 1)))
    expect_close(expect_array(value, (4, 1)), np.zeros((4, 1)), atol=TIGHT)


def test_row_back(student, rng):
    for c in (3, 2, 5):
        z = scores(rng, c)
        p, dout = softmax(z), upstream(rng, (c,))
        value = expect_array(student.softmax_vjp(dout, p), (c,), what="the result")
        expect_vjp(softmax, z, dout, value, what="the result")
        expect_close(value, right_vjp(dout, p), atol=TIGHT)


def test_batch_back(student, rng):
    for n, c in ((2, 3), (3, 2), (3, 3), (1, 4)):
        p, dout = probabilities(rng, n, c), upstream(rng, (n, c))
        value = expect_array(student.softmax_vjp(dout, p), (n, c), what="the result")
        expect_close(value, right_vjp(dout, p), atol=TIGHT)


def test_relations(student, rng):
    z, dout = scores(rng, 4), upstream(rng, (4,))
    p = softmax(z)
    J = expect_array(student.softmax_jacobian(z), (4, 4), what="the Jacobian")
    expect_close(J.sum(axis=1), np.zeros(4), atol=TIGHT, what="the sums of the rows")
    expect_close(J, J.T, atol=TIGHT, what="the Jacobian, compared with its transpose")
    expect(np.all(np.diag(J) > 0), "Raising a score must raise its own probability.")
    back, flat, lifted = (
        expect_array(v, (4,))
        for v in student.softmax_vjp.map([(dout, p), (0 * p + 7, p), (dout + 7, p)])
    )
    expect_close(back, J.T @ dout, atol=TIGHT, what="the way back, compared with your own matrix")
    expect_close(flat, np.zeros(4), atol=TIGHT, what="the way back for a constant dout")
    expect_close(lifted, back, atol=10 * TIGHT, what="the way back with 7 added to dout")


def test_many_classes(student, rng):
    p, dout = softmax(rng.normal(size=30_000)), rng.normal(size=30_000)
    value = expect_array(student.softmax_vjp(dout, p), (30_000,), what="the result")
    expect_close(value, p * (dout - p @ dout), atol=1e-12)


def test_no_loop(student, rng):
    p, dout = probabilities(rng, 64, 3), rng.normal(size=(64, 3))
    value = expect_vectorised(student.softmax_vjp, (dout[:8], p[:8]), (dout, p))
    expect_close(value, right_vjp(dout, p), atol=TIGHT)


def test_inputs_unchanged(student, rng):
    z = scores(rng, 3)
    expect_close(expect_unchanged(student.softmax_jacobian, z), exact(z), atol=TIGHT)
    for n in (2, 3):
        p, dout = probabilities(rng, n, 3), upstream(rng, (n, 3))
        expect_close(expect_unchanged(student.softmax_vjp, dout, p), right_vjp(dout, p), atol=TIGHT)
