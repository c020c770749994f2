def sqrt_gap(x: float) -> float:
    """Return sqrt(x + 1) - sqrt(x), a number, to about 12 digits.

    x: from 0 to 1e300
    """
    raise NotImplementedError


def one_minus_cos(x: float) -> float:
    """Return 1 - cos(x), a number, to about 12 digits.

    x: from -6 to 6, in radians
    """
    raise NotImplementedError


def small_root(a: float, b: float, c: float) -> float:
    """Return the root of a x^2 + b x + c that is nearer to zero, to about 12 digits.

    a, b: not zero
    c: any number with 8 |a c| at most b^2
    """
    raise NotImplementedError
