import math


def angle_between(u, v):
    a = [float(x) / math.sqrt(math.fsum(u * u)) for x in u]
    b = [float(x) / math.sqrt(math.fsum(v * v)) for x in v]
    if math.fsum(x * y for x, y in zip(a, b, strict=True)) >= 0:
        return 2 * math.asin(min(1.0, math.dist(a, b) / 2))
    return math.pi - 2 * math.asin(min(1.0, math.dist(a, [-y for y in b]) / 2))
