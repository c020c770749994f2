import math


def safe_norm(x):
    scale, ssq = 0.0, 1.0
    for entry in x:
        size = abs(float(entry))
        if math.isinf(size):
            return size
        if size == 0:
            continue
        if scale < size:
            ssq = 1 + ssq * (scale / size) ** 2
            scale = size
        else:
            ssq += (size / scale) ** 2
    return scale * math.sqrt(ssq)
