import math


def angle_between(u, v):
    nu = math.sqrt(sum(float(a) ** 2 for a in u))
    nv = math.sqrt(sum(float(a) ** 2 for a in v))
    a = [float(x) * nv for x in u]
    b = [float(x) * nu for x in v]
    d = math.sqrt(sum((x - y) ** 2 for x, y in zip(a, b, strict=False)))
    s = math.sqrt(sum((x + y) ** 2 for x, y in zip(a, b, strict=False)))
    return 2 * math.atan2(d, s)
