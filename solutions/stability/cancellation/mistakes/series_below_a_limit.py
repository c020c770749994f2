import math

LIMIT = 1e-4
CONSTANTS = {"LIMIT": (1e-8, 1e-7, 1e-6, 1e-5, 1e-3, 1e-2, 0.1)}


def sqrt_gap(x):
    return 1 / (math.sqrt(x + 1) + math.sqrt(x))


def one_minus_cos(x):
    if abs(x) < LIMIT:
        return x**2 / 2
    return 1 - math.cos(x)


def small_root(a, b, c):
    s = math.copysign(math.sqrt(b * b - 4 * a * c), b)
    return -2 * c / (b + s)
