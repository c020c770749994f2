import numpy as np

from grader.judge.expect import expect_array, expect_close, expect_raises, expect_unchanged


def coefficients(rng, n):
    """n different whole numbers, from 2 to 9 in size, with signs."""
    return [float(c) for c in (rng.permutation(8)[:n] + 2) * rng.choice([-1, 1], size=n)]


def right(c):
    return np.polynomial.polynomial.polyder(c)


def test_values(student, rng):
    inputs = [coefficients(rng, n) for n in (2, 3, 4, 6, 8)] + [rng.normal(size=12).tolist()]
    for c, answer in zip(inputs, student.poly_derivative.map(inputs), strict=True):
        expect_close(expect_array(answer, (len(c) - 1,)), right(c))


def test_zeros_within(student, rng):
    a, b = coefficients(rng, 2)
    inputs = [[0.0, 0.0, a], [a, 0.0, b], [a, b, 0.0], [0.0, a], [0.0, 0.0], [a, 0.0, 0.0, b, 0.0]]
    for c, answer in zip(inputs, student.poly_derivative.map(inputs), strict=True):
        expect_close(expect_array(answer, (len(c) - 1,)), right(c))


def test_constants(student, rng):
    for c in (coefficients(rng, 1), [0.0]):
        expect_close(student.poly_derivative(c), [0.0])


def test_second_derivative(student, rng):
    for n in (2, 3, 5):
        c = coefficients(rng, n)
        once = expect_array(student.poly_derivative(c), (n - 1,))
        twice = student.poly_derivative(once.tolist())
        expect_close(twice, right(right(c)), what="the derivative of the derivative")


def test_linear(student, rng):
    mixed = [0.0]
    while 0.0 in mixed:
        p, q = coefficients(rng, 5), coefficients(rng, 5)
        mixed = [2 * a - 3 * b for a, b in zip(p, q, strict=True)]
    dp, dq, dmixed = (expect_array(d, (4,)) for d in student.poly_derivative.map([p, q, mixed]))
    expect_close(dmixed, 2 * dp - 3 * dq, what="the derivative of 2p - 3q")
    expect_close(dp, right(p))


def test_no_numbers(student, rng):
    a, b = coefficients(rng, 2)
    for c in ("abc", [a, "x", b], [a, b, "2"], [a, None], ["x"]):
        with expect_raises(TypeError, ValueError):
            student.poly_derivative(c)


def test_list_unchanged(student, rng):
    for n in (1, 2, 4):
        c = coefficients(rng, n)
        answer = expect_unchanged(student.poly_derivative, c)
        expect_close(answer, right(c) if n > 1 else [0.0])
