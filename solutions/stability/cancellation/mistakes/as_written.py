import math


def sqrt_gap(x):
    return math.sqrt(x + 1) - math.sqrt(x)


def one_minus_cos(x):
    return 1 - math.cos(x)


def small_root(a, b, c):
    s = math.sqrt(b**2 - 4 * a * c)
    one = (-b + s) / (2 * a)
    two = (-b - s) / (2 * a)
    return one if abs(one) < abs(two) else two
