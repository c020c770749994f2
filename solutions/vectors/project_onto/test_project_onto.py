import numpy as np

from grader.judge.expect import (
    expect,
    expect_array,
    expect_close,
    expect_raises,
    expect_unchanged,
)


def whole(rng, n):
    """n different whole numbers from 2 to 9 in size, of either sign."""
    return (rng.permutation(8)[:n] + 2.0) * rng.choice([-1.0, 1.0], size=n)


def pair(rng, n):
    """Two vectors of whole numbers, neither parallel nor at right angles nor of equal length."""
    while True:
        v, u = whole(rng, n), whole(rng, n)
        vu, vv, uu = v @ u, v @ v, u @ u
        if 0.01 < vu**2 / (vv * uu) < 0.9 and vv != uu:
            return v, u


def beside_an_axis(rng):
    """Two vectors, of which u has an entry of zero and is not the zero vector."""
    while True:
        v, u = pair(rng, 3)
        u[rng.integers(3)] = 0.0
        if v @ u != 0 and v @ v != u @ u:
            return v, u


def two(value, n):
    """The shadow and the remainder, if that is what the function returns."""
    expect(
        isinstance(value, tuple | list) and len(value) == 2,
        "Return two values: the shadow and the remainder.",
    )
    shadow = expect_array(value[0], (n,), what="the shadow")
    return shadow, expect_array(value[1], (n,), what="the remainder")


def cases(rng):
    small = [pair(rng, n) for n in (2, 3, 4)]
    return [*small, beside_an_axis(rng), (rng.normal(size=30), rng.normal(size=30))]


def test_shadow(student, reference, rng):
    inputs = [*cases(rng), (whole(rng, 1), whole(rng, 1))]
    for (v, u), value in zip(inputs, student.project.map(inputs), strict=True):
        expect_close(two(value, len(v))[0], reference.project(v, u)[0], what="the shadow")


def test_remainder(student, reference, rng):
    inputs = cases(rng)
    for (v, u), value in zip(inputs, student.project.map(inputs), strict=True):
        expect_close(two(value, len(v))[1], reference.project(v, u)[1], what="the remainder")


def test_parts(student, rng):
    for n in (2, 3):
        v, u = pair(rng, n)
        shadow, remainder = two(student.project(v, u), n)
        expect_close(shadow + remainder, v, what="the sum of both parts")
        expect_close(remainder @ u, 0.0, atol=1e-9, what="the dot product of the remainder and u")
        expect_close(shadow * u[0], u * shadow[0], what="the shadow, as a multiple of u")
        expect_close(
            shadow @ shadow + remainder @ remainder, v @ v, what="the sum of both squared lengths"
        )


def test_length_of_u(student, rng):
    for n in (2, 3):
        v, u = pair(rng, n)
        factors = (1.0, 4.0, -1.0, 2.0**-120, 2.0**120)
        one, *others = student.project.map([(v, factor * u) for factor in factors])
        shadow, remainder = two(one, n)
        for other in others:
            moved, left = two(other, n)
            expect_close(moved, shadow, what="the shadow after u was stretched or turned round")
            expect_close(left, remainder, what="the remainder after u was stretched or turned")


def test_second_time(student, rng):
    for n in (2, 3):
        v, u = pair(rng, n)
        shadow, remainder = two(student.project(v, u), n)
        zero = np.zeros(n)
        again, nothing, none = student.project.map([(shadow, u), (remainder, u), (zero, u)])
        for value, right, what in (
            (again, (shadow, zero), "of the shadow"),
            (nothing, (zero, remainder), "of the remainder"),
            (none, (zero, zero), "of a zero v"),
        ):
            for part, expected, name in zip(
                two(value, n), right, ("the shadow", "the remainder"), strict=True
            ):
                expect_close(part, expected, atol=1e-9, what=f"{name} {what}")


def test_zero_line(student, rng):
    for n in (2, 1, 4):
        for v in (whole(rng, n), np.zeros(n)):
            with expect_raises(ValueError):
                student.project(v, np.zeros(n))


def test_inputs_unchanged(student, reference, rng):
    for n in (2, 3):
        v, u = pair(rng, n)
        value = two(expect_unchanged(student.project, v, u), n)
        expect_close(value, reference.project(v, u))
