import math


def safe_norm(x):
    scale, ssq = 0.0, 1.0
    for entry in x:
        a = abs(float(entry))
        if a == math.inf:
            return math.inf
        if a == 0:
            continue
        if scale < a:
            ssq = 1 + ssq * (scale / a) ** 2
            scale = a
        else:
            ssq += (a / scale) ** 2
    return scale * math.sqrt(ssq) if scale else 0.0
