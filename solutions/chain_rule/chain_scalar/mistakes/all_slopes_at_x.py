import math


def sig(v):
    return 1 / (1 + math.exp(-v))


SLOPE = {
    "double": lambda v: 2,
    "negate": lambda v: -1,
    "square": lambda v: 2 * v,
    "exp": lambda v: math.exp(v),
    "sin": lambda v: math.cos(v),
    "tanh": lambda v: 1 - math.tanh(v) ** 2,
    "sigmoid": lambda v: sig(v) * (1 - sig(v)),
    "relu": lambda v: 1 if v > 0 else 0,
}


def chain(fs, x):
    factors = []
    slope = 1
    for name in fs:
        if name not in SLOPE:
            raise ValueError(name)
        factors.append(SLOPE[name](x))
        slope *= factors[-1]
    return slope, factors
