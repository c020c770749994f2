import math


def project(v, u):
    length = math.sqrt(sum(x * x for x in u))
    if length == 0:
        raise ValueError("zero u")
    e = [x / length for x in u]
    c = sum(a * b for a, b in zip(v, e, strict=False))
    shadow = [c * x for x in e]
    return shadow, [a - b for a, b in zip(v, shadow, strict=False)]
