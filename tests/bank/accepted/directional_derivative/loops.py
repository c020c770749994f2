import math


def length_of(v):
    s = 0.0
    for entry in v:
        s += float(entry) ** 2
    return math.sqrt(s)


def directional(f_grad, x, v, unit=True):
    total = 0.0
    gradient = f_grad(x)
    length = length_of(v)
    if unit and length == 0.0:
        raise ValueError("no direction")
    for g, entry in zip(gradient, v):
        total += float(g) * (float(entry) / length if unit else float(entry))
    return total


def steepest(f_grad, x):
    gradient = [float(g) for g in f_grad(x)]
    length = length_of(gradient)
    if length == 0.0:
        return [0.0] * len(gradient)
    return [g / length for g in gradient]
