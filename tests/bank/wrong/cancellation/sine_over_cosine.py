import math


def sqrt_gap(x: float) -> float:
    return 1 / (math.sqrt(x + 1) + math.sqrt(x))


def one_minus_cos(x: float) -> float:
    # (1 - cos)(1 + cos) = sin^2, so no difference is left
    return math.sin(x) ** 2 / (1 + math.cos(x))


def small_root(a: float, b: float, c: float) -> float:
    root = math.sqrt(b**2 - 4 * a * c)
    if b > 0:
        return -2 * c / (b + root)
    return 2 * c / (root - b)
