import math


def sqrt_gap(x):
    return 1 / (math.sqrt(x + 1) + math.sqrt(x))


def one_minus_cos(x):
    return math.sin(x) ** 2 / (1 + math.cos(x))


def small_root(a, b, c):
    s = math.copysign(math.sqrt(b * b - 4 * a * c), b)
    return -2 * c / (b + s)
