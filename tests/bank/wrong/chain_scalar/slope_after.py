import math


def chain(fs: list[str], x: float) -> tuple[float, list[float]]:
    slope = 1.0
    factors = []
    v = x
    for name in fs:
        if name == "double":
            v, d = 2 * v, 2.0
        elif name == "negate":
            v, d = -v, -1.0
        elif name == "square":
            v, d = v**2, 2 * v
        elif name == "exp":
            v = math.exp(v)
            d = v
        elif name == "sin":
            v = math.sin(v)
            d = math.cos(v)
        elif name == "tanh":
            v = math.tanh(v)
            d = 1 - math.tanh(v) ** 2
        elif name == "sigmoid":
            v = 1 / (1 + math.exp(-v))
            d = v * (1 - v)
        elif name == "relu":
            v = max(v, 0)
            d = 1.0 if v > 0 else 0.0
        else:
            raise ValueError(name)
        factors.append(d)
        slope *= d
    return slope, factors
