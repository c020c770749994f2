def chain(fs: list[str], x: float) -> tuple[float, list[float]]:
    """Return (slope, factors) of the functions named in fs, applied to x one after the other.

    fs: names out of double, negate, square, exp, sin, tanh, sigmoid, relu
    x: a number

    factors has the slope of each function at the value that arrives there; slope is the derivative
    of the whole by x, 1 for an empty chain. Raises ValueError for another name.
    """
    raise NotImplementedError
