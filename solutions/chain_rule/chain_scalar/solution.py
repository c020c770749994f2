import math


def sigmoid(v):
    return 1 / (1 + math.exp(-v))


FUNCTIONS = {
    "double": lambda v: 2 * v,
    "negate": lambda v: -v,
    "square": lambda v: v * v,
    "exp": math.exp,
    "sin": math.sin,
    "tanh": math.tanh,
    "sigmoid": sigmoid,
    "relu": lambda v: max(v, 0.0),
}
SLOPES = {
    "double": lambda v: 2.0,
    "negate": lambda v: -1.0,
    "square": lambda v: 2 * v,
    "exp": math.exp,
    "sin": math.cos,
    "tanh": lambda v: 1 - math.tanh(v) ** 2,
    "sigmoid": lambda v: sigmoid(v) * (1 - sigmoid(v)),
    "relu": lambda v: 1.0 if v > 0 else 0.0,
}


def chain(fs, x):
    value, factors = x, []
    for name in fs:
        if name not in FUNCTIONS:
            raise ValueError(f"no function named {name}")
        factors.append(SLOPES[name](value))
        value = FUNCTIONS[name](value)
    return math.prod(factors), factors
