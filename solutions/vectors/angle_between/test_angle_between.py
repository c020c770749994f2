import mpmath
import numpy as np

from grader.judge.expect import expect, expect_array, expect_close, expect_unchanged
from grader.judge.remembered import remembered


@remembered
def oracle(u, v):
    """The angle between u and v, as they are stored, to 60 digits."""
    with mpmath.workdps(60):
        u, v = ([mpmath.mpf(float(entry)) for entry in x] for x in (u, v))
        area = mpmath.fsum(
            (u[i] * v[j] - u[j] * v[i]) ** 2 for i in range(len(u)) for j in range(i)
        )
        return float(mpmath.atan2(mpmath.sqrt(area), mpmath.fdot(u, v)))


def expect_angles(student, cases, atol=1e-14):
    """The angles of the cases agree with the oracle."""
    for case, value in zip(cases, student.angle_between.map(cases), strict=True):
        expect_close(value, oracle(*case), rtol=0, atol=atol, what="the angle")


def whole(rng, n):
    """n different whole numbers from 1 to 9 in size, the first of them negative."""
    x = rng.permutation(9)[:n] + 1.0
    x[0] *= -1
    return x


def pair(rng, n):
    """Two vectors of whole numbers, far from parallel, at an obtuse angle."""
    while True:
        u, v = whole(rng, n), rng.permutation(9)[:n] + 1.0
        cosine = u @ v / np.sqrt((u @ u) * (v @ v))
        if 0.05 < abs(cosine) < 0.95:
            return u, -np.sign(cosine) * v


def near(rng, n, angle):
    """Two vectors of different lengths with about that angle between them."""
    u = whole(rng, n)
    across = np.zeros(n)
    across[:2] = -u[1], u[0]
    across *= np.sqrt(u @ u) / np.sqrt(across @ across)
    return u, 3.0 * (u + np.tan(angle) * across)


def test_values(student, rng):
    cases = [pair(rng, n) for n in (2, 3, 4)]
    expect_angles(student, cases + [(u, -v) for u, v in cases])
    cases = [(rng.normal(size=n), rng.normal(size=n)) for n in (10, 50)]
    expect_angles(student, cases, atol=1e-13)


def test_nearly_parallel(student, rng):
    angles = (1e-9, 3e-8, 1e-6, 1e-4)
    expect_angles(student, [near(rng, n, angle) for n in (2, 3) for angle in angles])


def test_nearly_opposite(student, rng):
    cases = [near(rng, n, angle) for n in (2, 3) for angle in (1e-9, 3e-8, 1e-6, 1e-4)]
    expect_angles(student, [(u, -v) for u, v in cases])


def test_exactly_parallel(student, rng):
    # Many pairs: rounding lifts only some of the quotients above 1.
    vectors = [whole(rng, 3) for _ in range(40)] + [np.array([x]) for x in (2.0, -3.0)]
    for factor, angle in ((1.0, 0.0), (4.0, 0.0), (-1.0, np.pi), (-0.5, np.pi)):
        for value in student.angle_between.map([(x, factor * x) for x in vectors]):
            expect_close(value, angle, rtol=0, atol=1e-14, what="the angle")


def test_lengths_do_not_count(student, rng):
    for n in (2, 3):
        u, v = pair(rng, n)
        cases = [(u, v), (8 * u, v), (u, v / 4), (2.0**200 * u, 2.0**-200 * v)]
        one, *others = (expect_array(x, ()) for x in student.angle_between.map(cases))
        expect(0 < one < np.pi, "The angle lies between 0 and pi.")
        for other in others:
            expect_close(other, one, atol=1e-13, what="the angle after u or v was stretched")


def test_symmetries(student, rng):
    for n in (2, 3):
        u, v = pair(rng, n)
        cases = [(u, v), (v, u), (u, -v), (-u, -v)]
        one, swapped, beside, turned = (
            expect_array(x, ()) for x in student.angle_between.map(cases)
        )
        expect_close(swapped, one, atol=1e-13, what="the angle with the arguments swapped")
        expect_close(one + beside, np.pi, what="the angle of u and v plus that of u and -v")
        expect_close(turned, one, atol=1e-13, what="the angle of -u and -v")


def test_inputs_unchanged(student, rng):
    for n in (2, 3):
        u, v = pair(rng, n)
        value = expect_unchanged(student.angle_between, u, v)
        expect_close(value, oracle(u, v), rtol=0, atol=1e-14, what="the angle")
