import numpy as np

from grader.judge.expect import (
    expect_array,
    expect_close,
    expect_new_array,
    expect_unchanged,
    expect_vjp,
)

SHAPES = ((3,), (2, 3), (2, 2, 2), (1,), (3, 1))


def upstream(rng, shape):
    """Slopes in halves from 1.5 to 5 in size, with signs; none of them 1, the first negative."""
    dout = rng.integers(3, 11, size=shape) / 2 * rng.choice([-1.0, 1.0], size=shape)
    dout.ravel()[0] = -abs(dout.ravel()[0])
    return dout


def inputs(rng, shape):
    """Numbers in tenths from 0.3 to 2 in size, of both signs."""
    z = rng.integers(3, 21, size=shape) / 10 * rng.choice([-1.0, 1.0], size=shape)
    z.ravel()[0] = abs(z.ravel()[0])
    if z.size > 1:
        z.ravel()[-1] = -abs(z.ravel()[-1])
    return z


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def relu(z):
    return np.maximum(z, 0)


def expect_slopes(function, f, kept, draw, rng):
    for shape in SHAPES:
        dout, x = upstream(rng, shape), draw(rng, shape)
        expect_vjp(f, x, dout, expect_array(function(dout, kept(x)), shape), what="the result")


def positive(rng, shape):
    return np.abs(inputs(rng, shape))


def test_relu(student, rng):
    expect_slopes(student.relu_vjp, relu, lambda z: z, inputs, rng)


def test_sigmoid(student, rng):
    expect_slopes(student.sigmoid_vjp, sigmoid, sigmoid, inputs, rng)


def test_exp(student, rng):
    expect_slopes(student.exp_vjp, np.exp, np.exp, inputs, rng)


def test_log(student, rng):
    expect_slopes(student.log_vjp, np.log, lambda x: x, positive, rng)


def test_relu_at_zero(student, rng):
    dout = upstream(rng, 4)
    z = np.array([2.0, 0.0, -0.0, -1.0])
    expect_close(student.relu_vjp(dout, z), dout * [1, 0, 0, 0])


def test_new_array(student, rng):
    dout, z = upstream(rng, 3), np.abs(inputs(rng, 3))
    expect_close(expect_new_array(student.relu_vjp, dout, z), dout)
    expect_close(expect_new_array(student.exp_vjp, dout, np.ones(3)), dout)
    expect_close(expect_new_array(student.log_vjp, dout, np.ones(3)), dout)


def test_arguments_unchanged(student, rng):
    dout, z = upstream(rng, (2, 3)), inputs(rng, (2, 3))
    a, y, x = sigmoid(z), np.exp(z), np.abs(z)
    expect_close(expect_unchanged(student.relu_vjp, dout, z), dout * (z > 0))
    expect_close(expect_unchanged(student.sigmoid_vjp, dout, a), dout * a * (1 - a))
    expect_close(expect_unchanged(student.exp_vjp, dout, y), dout * y)
    expect_close(expect_unchanged(student.log_vjp, dout, x), dout / x)
