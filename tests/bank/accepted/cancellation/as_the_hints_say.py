import math


def sqrt_gap(x: float) -> float:
    return 1 / (math.sqrt(x + 1) + math.sqrt(x))


def one_minus_cos(x: float) -> float:
    return 2 * math.sin(x / 2) ** 2


def small_root(a: float, b: float, c: float) -> float:
    s = math.copysign(math.sqrt(b * b - 4 * a * c), b)
    q = -(b + s) / 2
    return c / q
