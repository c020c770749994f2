import math


def chain(fs, x):
    slope, factors = 1, []
    for name in fs:
        local = 1
        if name == "double":
            x, local = 2 * x, 2
        elif name == "negate":
            x, local = -x, -1
        elif name == "square":
            x, local = x**2, 2 * x
        elif name == "exp":
            x, local = math.exp(x), math.exp(x)
        elif name == "sin":
            x, local = math.sin(x), math.cos(x)
        elif name == "tanh":
            x, local = math.tanh(x), 1 - math.tanh(x) ** 2
        elif name == "sigmoid":
            s = 1 / (1 + math.exp(-x))
            x, local = s, s * (1 - s)
        elif name == "relu":
            x, local = (x, 1) if x > 0 else (0, 0)
        factors.append(local)
        slope *= local
    return slope, factors
