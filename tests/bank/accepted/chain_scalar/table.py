import math

TABLE = {
    "double": (lambda v: 2 * v, lambda v: 2.0),
    "negate": (lambda v: -v, lambda v: -1.0),
    "square": (lambda v: v * v, lambda v: 2 * v),
    "exp": (math.exp, math.exp),
    "sin": (math.sin, math.cos),
    "tanh": (math.tanh, lambda v: 1 / math.cosh(v) ** 2),
    "sigmoid": (
        lambda v: 1 / (1 + math.exp(-v)),
        lambda v: 1 / (2 + math.exp(v) + math.exp(-v)),
    ),
    "relu": (lambda v: max(v, 0.0), lambda v: 1.0 if v > 0 else 0.0),
}


def chain(fs: list[str], x: float) -> tuple[float, list[float]]:
    unknown = [name for name in fs if name not in TABLE]
    if unknown:
        raise ValueError(f"unknown function: {unknown[0]!r}")
    factors = []
    for name in fs:
        value, slope = TABLE[name]
        factors.append(slope(x))
        x = value(x)
    return math.prod(factors), factors
