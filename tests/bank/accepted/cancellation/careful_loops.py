import math


def sqrt_gap(x):
    # difference of squares over the sum
    upper = math.sqrt(x + 1.0)
    lower = math.sqrt(x)
    numerator = 1.0
    return numerator / (upper + lower)


def one_minus_cos(x):
    if abs(x) > 1:
        return 1 - math.cos(x)
    # x^2/2! - x^4/4! + ...
    total = 0.0
    term = x * x / 2
    k = 2
    while abs(term) > 1e-18 * abs(total) and term != 0:
        total += term
        term *= -x * x / ((k + 1) * (k + 2))
        k += 2
    return total


def small_root(a, b, c):
    disc = b**2 - 4 * a * c
    if b > 0:
        big = (-b - math.sqrt(disc)) / (2 * a)
    else:
        big = (-b + math.sqrt(disc)) / (2 * a)
    return c / a / big
