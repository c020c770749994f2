import mpmath
import numpy as np

from grader.judge.expect import expect_array, expect_close, expect_gradient, expect_unchanged

LEAK = 0.1


def inputs(rng, n=6):
    """Tenths from 0.3 to 3 in size, of both signs, away from the kink."""
    z = rng.integers(3, 31, size=n) / 10 * rng.choice([-1.0, 1.0], size=n)
    z[:2] = [abs(z[0]), -abs(z[1])]
    return z


def expect_slopes(f, z, claimed):
    """Each entry acts by itself, so the slope of the sum is the array of slopes."""
    expect_gradient(
        lambda z: float(np.sum(f(z))), z, expect_array(claimed, z.shape), what="the slope"
    )


def test_sigmoid(student, rng):
    z = inputs(rng)
    expect_slopes(lambda z: 1 / (1 + np.exp(-z)), z, student.d_sigmoid(z))


def test_tanh(student, rng):
    z = inputs(rng)
    expect_slopes(np.tanh, z, student.d_tanh(z))


def test_relu(student, rng):
    z = inputs(rng)
    expect_slopes(lambda z: np.maximum(z, 0), z, student.d_relu(z))


def test_leaky(student, rng):
    z = inputs(rng)
    for a in (LEAK, 0.5, 0.0, 1.0):
        f = lambda z, a=a: np.where(z > 0, z, a * z)  # noqa: E731
        expect_slopes(f, z, student.d_leaky(z, a))


def test_at_zero(student, rng):
    z = np.array([0.0, -0.0, float(rng.integers(1, 5))])
    expect_close(student.d_relu(z), np.array([0.0, 0.0, 1.0]))
    expect_close(student.d_leaky(z, LEAK), np.array([LEAK, LEAK, 1.0]))


def test_far_out(student, rng):
    z = np.array([float(rng.integers(20, 30)), 400.0, 710.0, 1000.0])
    with mpmath.workdps(500):
        flat = [float(mpmath.sech(mpmath.mpf(one)) ** 2) for one in z]
        quarter = [float(mpmath.sech(mpmath.mpf(one) / 2) ** 2 / 4) for one in z]
    for side in (z, -z):
        expect_close(student.d_sigmoid(side), np.array(quarter), atol=1e-12)
        expect_close(student.d_tanh(side), np.array(flat), atol=1e-12)


def test_shapes(student, rng):
    for shape in ((2, 3), (1,), (3, 1), (2, 2, 2), ()):
        z = np.array(inputs(rng, 8)[: int(np.prod(shape))]).reshape(shape)
        expect_close(expect_array(student.d_sigmoid(z), shape), 1 / (2 + 2 * np.cosh(z)))
        expect_close(expect_array(student.d_tanh(z), shape), 1 / np.cosh(z) ** 2)
        expect_close(expect_array(student.d_relu(z), shape), (z > 0) + 0.0)
        expect_close(expect_array(student.d_leaky(z, LEAK), shape), np.where(z > 0, 1, LEAK))


def test_input_unchanged(student, rng):
    z = inputs(rng)
    expect_close(expect_unchanged(student.d_sigmoid, z), 1 / (2 + 2 * np.cosh(z)))
    expect_close(expect_unchanged(student.d_tanh, z), 1 / np.cosh(z) ** 2)
    expect_close(expect_unchanged(student.d_relu, z), (z > 0) + 0.0)
    expect_close(expect_unchanged(student.d_leaky, z, LEAK), np.where(z > 0, 1, LEAK))
