import math


def both(name, v):
    if name == "double":
        return 2 * v, 2
    if name == "negate":
        return -v, -1
    if name == "square":
        return v**2, 2 * v
    if name == "exp":
        return math.exp(v), math.exp(v)
    if name == "sin":
        return math.sin(v), math.cos(v)
    if name == "tanh":
        return math.tanh(v), 1 - math.tanh(v) ** 2
    if name == "sigmoid":
        s = 1 / (1 + math.exp(-v))
        return s, s * (1 - s)
    if name == "relu":
        return (v, 1) if v > 0 else (0, 0)
    raise ValueError(name)


def chain(fs, x):
    if not fs:
        return 0, []
    slope, factors = 1, []
    for name in fs:
        x, local = both(name, x)
        factors.append(local)
        slope *= local
    return slope, factors
