import numpy as np

TABLE = {
    "double": (lambda v: v + v, lambda v, y: 2),
    "negate": (np.negative, lambda v, y: -1),
    "square": (np.square, lambda v, y: v + v),
    "exp": (np.exp, lambda v, y: y),
    "sin": (np.sin, lambda v, y: np.cos(v)),
    "tanh": (np.tanh, lambda v, y: 1 / np.cosh(v) ** 2),
    "sigmoid": (lambda v: 0.5 + 0.5 * np.tanh(v / 2), lambda v, y: y - y * y),
    "relu": (lambda v: v * (v > 0), lambda v, y: np.heaviside(v, 0)),
}


def chain(fs, x):
    if len(fs) == 0:
        return 1.0, []
    try:
        function, slope = TABLE[fs[0]]
    except KeyError as error:
        raise ValueError(f"unknown: {fs[0]}") from error
    y = function(x)
    first = slope(x, y)
    behind, factors = chain(fs[1:], y)
    return first * behind, [first, *factors]
