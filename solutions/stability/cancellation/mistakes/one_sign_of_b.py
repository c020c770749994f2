import math


def sqrt_gap(x):
    return 1 / (math.sqrt(x + 1) + math.sqrt(x))


def one_minus_cos(x):
    return 2 * math.sin(x / 2) ** 2


def small_root(a, b, c):
    return -2 * c / (b + math.sqrt(b * b - 4 * a * c))
