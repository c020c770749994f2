import math


def sqrt_gap(x: float) -> float:
    """Return sqrt(x + 1) - sqrt(x), a number, to about 12 digits."""
    return 1 / (math.sqrt(x + 1) + math.sqrt(x))


def one_minus_cos(x: float) -> float:
    """Return 1 - cos(x), a number, to about 12 digits."""
    return 2 * math.sin(x / 2) ** 2


def small_root(a: float, b: float, c: float) -> float:
    """Return the root of a x^2 + b x + c that is nearer to zero, to about 12 digits."""
    root = math.copysign(math.sqrt(b * b - 4 * a * c), b)  # of b's sign, so that nothing cancels
    return -2 * c / (b + root)
