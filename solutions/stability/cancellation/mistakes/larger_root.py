import math


def sqrt_gap(x):
    return 1 / (math.sqrt(x + 1) + math.sqrt(x))


def one_minus_cos(x):
    return 2 * math.sin(x / 2) ** 2


def small_root(a, b, c):
    s = math.copysign(math.sqrt(b * b - 4 * a * c), b)
    return -(b + s) / (2 * a)
