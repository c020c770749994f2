import math

import mpmath
import numpy as np

from grader.judge.expect import expect_array, expect_close, expect_gradient, expect_unchanged

TIGHT = 1e-11  # of slopes whose size is about 1
SHAPES = ((2, 3), (1,), (3, 1), (2, 2, 2), ())


def inputs(rng, n=6):
    """Tenths from 0.3 to 3 in size, of both signs."""
    z = rng.integers(3, 31, size=n) / 10 * rng.choice([-1.0, 1.0], size=n)
    z[:2] = [abs(z[0]), -abs(z[1])]
    return z


def exact(slope, z):
    with mpmath.workdps(50):
        right = [float(slope(mpmath.mpf(float(one)))) for one in np.ravel(z)]
    return np.array(right).reshape(np.shape(z))


def sigmoid(z):
    return 1 / (1 + mpmath.exp(-z))


def silu_slope(z):
    return sigmoid(z) * (1 + z * sigmoid(-z))


def gelu_slope(z):
    return mpmath.ncdf(z) + z * mpmath.npdf(z)


def erf(z):
    return np.array([math.erf(one) for one in z])


def expect_slopes(f, z, claimed, complex_step):
    """Each entry acts by itself, so the slope of the sum is the array of slopes."""
    claimed = expect_array(claimed, z.shape)
    expect_gradient(lambda z: np.sum(f(z)), z, claimed, what="the slope", complex_step=complex_step)


def test_softplus(student, rng):
    z = inputs(rng)
    value = student.d_softplus(z)
    expect_slopes(lambda z: np.log(1 + np.exp(z)), z, value, True)
    expect_close(value, exact(sigmoid, z), atol=TIGHT)


def test_silu(student, rng):
    z = inputs(rng)
    value = student.d_silu(z)
    expect_slopes(lambda z: z / (1 + np.exp(-z)), z, value, True)
    expect_close(value, exact(silu_slope, z), atol=TIGHT)


def test_gelu(student, rng):
    z = inputs(rng)
    value = student.d_gelu(z)
    expect_slopes(lambda z: z * (1 + erf(z / math.sqrt(2))) / 2, z, value, False)
    expect_close(value, exact(gelu_slope, z), atol=TIGHT)


def test_mirror(student, rng):
    z = inputs(rng)
    for function, what in ((student.d_silu, "SiLU"), (student.d_gelu, "GELU")):
        right, left = (expect_array(value, z.shape) for value in function.map([z, -z]))
        expect_close(
            left + right, np.ones(z.shape), what=f"the sum of the slopes of {what} at z and at -z"
        )


def test_far_out(student, rng):
    far = np.array([float(rng.integers(12, 19)), 45.0, 400.0, 710.0, 1000.0])
    for z in (far, -far):
        expect_close(
            student.d_softplus(z), exact(sigmoid, z), atol=TIGHT, what="the slope of softplus"
        )
        expect_close(student.d_silu(z), exact(silu_slope, z), atol=TIGHT, what="the slope of SiLU")
        expect_close(student.d_gelu(z), exact(gelu_slope, z), atol=TIGHT, what="the slope of GELU")


def test_shapes(student, rng):
    for shape in SHAPES:
        z = np.array(inputs(rng, 8)[: int(np.prod(shape))]).reshape(shape)
        expect_close(student.d_softplus(z), exact(sigmoid, z), atol=TIGHT)
        expect_close(student.d_silu(z), exact(silu_slope, z), atol=TIGHT)
        expect_close(student.d_gelu(z), exact(gelu_slope, z), atol=TIGHT)


def test_input_unchanged(student, rng):
    z = inputs(rng)
    expect_close(expect_unchanged(student.d_softplus, z), exact(sigmoid, z), atol=TIGHT)
    expect_close(expect_unchanged(student.d_silu, z), exact(silu_slope, z), atol=TIGHT)
    expect_close(expect_unchanged(student.d_gelu, z), exact(gelu_slope, z), atol=TIGHT)
