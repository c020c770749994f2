import math


def chain(fs, x):
    factors = []
    total = 1
    for f in fs:
        if f == "double":
            factors.append(2)
            x = 2 * x
        elif f == "negate":
            factors.append(-1)
            x = -x
        elif f == "square":
            factors.append(2 * x)
            x = x * x
        elif f == "exp":
            factors.append(math.exp(x))
            x = math.exp(x)
        elif f == "sin":
            factors.append(math.cos(x))
            x = math.sin(x)
        elif f == "tanh":
            factors.append(1 - x**2)
            x = math.tanh(x)
        elif f == "sigmoid":
            factors.append(x * (1 - x))
            x = 1 / (1 + math.exp(-x))
        elif f == "relu":
            factors.append(1 if x > 0 else 0)
            x = max(x, 0)
        else:
            raise ValueError(f)
        total *= factors[-1]
    return total, factors
