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
def exact(row):
    with mpmath.workdps(60):
        top = mpmath.mpf(float(max(row)))
        total = mpmath.fsum(mpmath.exp(mpmath.mpf(float(z)) - top) for z in row)
        return float(top + mpmath.log(total))


def right(Z, axis=-1):
    return np.apply_along_axis(exact, axis, Z)


def scores(rng, *shape):
    """Halves from -3 to 3, of which two in a row differ."""
    return rng.permutation(int(np.prod(shape))).reshape(shape) % 13 / 2 - 3


def expect_rows(student, rows):
    for row, value in zip(rows, student.logsumexp.map(rows), strict=True):
        size = float(np.max(np.abs(row[np.isfinite(row)]), initial=1.0))
        expect_close(value, exact(row), rtol=1e-11, atol=1e-12 * size)


def test_values(student, rng):
    expect_rows(student, [scores(rng, n) for n in (2, 3, 5)] + [rng.normal(size=20) * 5])


def test_large(student, rng):
    expect_rows(
        student, [scores(rng, 3) + 800.0, scores(rng, 4) * 300 + 900, scores(rng, 2) + 1e10]
    )
    expect_rows(student, [np.array([1e300, -1e300, 9e299])])


def test_far_below_zero(student, rng):
    expect_rows(student, [scores(rng, 3) - 800.0, scores(rng, 2) - 5000.0, scores(rng, 4) - 1e10])


def test_rows_far_apart(student, rng):
    Z = scores(rng, 3, 4) + np.array([[2000.0], [0.0], [-2000.0]])
    expect_close(expect_array(student.logsumexp(Z), (3,)), right(Z), rtol=1e-11)
    expect_rows(student, [np.array([2000.0, -2000.0, 1.0])])


def test_axes(student, rng):
    for shape, axis in (((2, 3), 0), ((2, 3), 1), ((3, 3), 0), ((2, 3, 4), 1), ((2, 3, 4), -3)):
        Z = scores(rng, *shape) + 1.0
        value = student.logsumexp(Z, axis=axis)
        wanted = right(Z, axis)
        expect_close(expect_array(value, wanted.shape), wanted)


def test_one_number(student, rng):
    z = float(scores(rng, 13)[0])
    for Z in (np.array([z]), np.array([[z], [z + 900]])):
        value = student.logsumexp(Z)
        expect_close(expect_array(value, Z.shape[:-1]), Z[..., 0], atol=1e-12)


def test_infinities(student, rng):
    a, b = (float(one) for one in scores(rng, 2))
    minus, plus = -np.inf, np.inf
    Z = np.array([[a, minus], [minus, minus], [plus, b], [plus, minus], [a, b]])
    wanted = np.array([a, minus, plus, plus, exact([a, b])])
    expect_close(expect_array(student.logsumexp(Z), (5,)), wanted, atol=1e-12)


def test_smooth_maximum(student, rng):
    Z = scores(rng, 4, 3)
    value = expect_array(student.logsumexp(Z), (4,))
    over = value - Z.max(axis=1)
    expect(np.all(over > 0), "It must be more than the largest entry of the row.")
    expect(np.all(over < np.log(3) + 1e-9), "It must exceed the largest entry by ln n at most.")
    expect_close(
        student.logsumexp(Z + 64.0), value + 64.0, what="the value of rows that rose by 64"
    )


def test_gradient_is_softmax(student, rng):
    z = scores(rng, 4)
    softmax = np.exp(z) / np.exp(z).sum()
    expect_gradient(
        student.logsumexp, (z,), (softmax,), what="softmax, the slope of your logsumexp"
    )


def test_no_loop(student, rng):
    Z = rng.normal(size=(64, 5))
    expect_close(expect_vectorised(student.logsumexp, (Z[:8],), (Z,)), right(Z))
    Z = rng.normal(size=(3, 64))
    expect_close(expect_vectorised(student.logsumexp, (Z[:, :8],), (Z,)), right(Z))


def test_input_unchanged(student, rng):
    for Z in (scores(rng, 2, 3), scores(rng, 4)):
        expect_close(expect_unchanged(student.logsumexp, Z), right(Z))
