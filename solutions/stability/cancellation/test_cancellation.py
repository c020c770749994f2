import math

import mpmath

from grader.judge.expect import expect_stable

ULPS = 4096  # about 12 digits: room for any formula that cancels nothing


def whole(rng, n):
    """n different whole numbers from 2 to 9, as Python floats."""
    return (rng.permutation(8)[:n] + 2.0).tolist()


def expect_gaps(student, numbers):
    """sqrt_gap agrees with 400 digits of mpmath."""
    with mpmath.workdps(400):
        exact = [mpmath.sqrt(mpmath.mpf(x) + 1) - mpmath.sqrt(x) for x in numbers]
        for value, right in zip(student.sqrt_gap.map(numbers), exact, strict=True):
            expect_stable(value, right, ulps=ULPS)


def expect_cosines(student, angles):
    """one_minus_cos agrees with 80 digits of mpmath."""
    with mpmath.workdps(80):
        exact = [1 - mpmath.cos(mpmath.mpf(x)) for x in angles]
        for value, right in zip(student.one_minus_cos.map(angles), exact, strict=True):
            expect_stable(value, right, ulps=ULPS)


def expect_roots(student, quadratics):
    """small_root agrees with 120 digits of mpmath."""
    with mpmath.workdps(120):
        exact = []
        for a, b, c in (map(mpmath.mpf, quadratic) for quadratic in quadratics):
            s = mpmath.sqrt(b * b - 4 * a * c)
            exact.append(min(((-b - s) / (2 * a), (-b + s) / (2 * a)), key=abs))
        for value, right in zip(student.small_root.map(quadratics), exact, strict=True):
            expect_stable(value, right, ulps=ULPS)


def test_gap_of_everyday_numbers(student, rng):
    expect_gaps(student, [*whole(rng, 3), 0.0, 0.25, 1.0, 1e-12, float(rng.uniform(0.1, 0.9))])


def test_gap_of_large_numbers(student, rng):
    a, b, c, d = whole(rng, 4)
    expect_gaps(student, [a * 1e10, b * 1e14, c * 1e18, d * 1e299])


def test_cosine_of_everyday_angles(student, rng):
    a, b, c = whole(rng, 3)
    expect_cosines(student, [a / 4, -b / 4, c / 4, 0.0, 5.5, -6.0])


def test_cosine_of_tiny_angles(student, rng):
    a, b, c, d = whole(rng, 4)
    expect_cosines(student, [a * 1e-8, -b * 1e-5, c * 1e-3, -d * 1e-12])


def test_cosine_of_half_a_turn(student, rng):
    a, b, _ = whole(rng, 3)
    expect_cosines(student, [math.pi, -math.pi, 3.14159, math.pi + a * 1e-7, b * 1e-6 - math.pi])


def test_root_of_everyday_numbers(student, rng):
    quadratics = [(2.0, b, c) for b in (-11.0, 12.0) for c in (6.0, -3.0, 0.0)]
    for a, c in (whole(rng, 2) for _ in range(3)):
        quadratics += [(a, 3.0 * a * c, c), (-a, 3.0 * a * c, c), (a, -3.0 * a * c, c)]
    expect_roots(student, quadratics)


def test_roots_far_apart(student, rng):
    a, b, c = whole(rng, 3)
    expect_roots(
        student,
        [
            (a, b * 1e8, c),
            (a, -b * 1e8, c),
            (a, -b * 1e6, -c),
            (-a, b * 1e6, c),
            (a * 1e-10, b * 1e10, -c),
            (a, b, c * 1e-10),
        ],
    )
