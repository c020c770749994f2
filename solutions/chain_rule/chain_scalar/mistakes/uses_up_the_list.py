import math

VALUE = {
    "double": lambda v: 2 * v,
    "negate": lambda v: -v,
    "square": lambda v: v * v,
    "exp": math.exp,
    "sin": math.sin,
    "tanh": math.tanh,
    "sigmoid": lambda v: 1 / (1 + math.exp(-v)),
    "relu": lambda v: max(0, v),
}
SLOPE = {
    "double": lambda v: 2,
    "negate": lambda v: -1,
    "square": lambda v: 2 * v,
    "exp": math.exp,
    "sin": math.cos,
    "tanh": lambda v: 1 - math.tanh(v) ** 2,
    "sigmoid": lambda v: VALUE["sigmoid"](v) * (1 - VALUE["sigmoid"](v)),
    "relu": lambda v: 1 if v > 0 else 0,
}


def chain(fs, x):
    slope, factors = 1, []
    while fs:
        name = fs.pop(0)
        if name not in VALUE:
            raise ValueError(name)
        factors.append(SLOPE[name](x))
        slope *= factors[-1]
        x = VALUE[name](x)
    return slope, factors
