import math


def cosine_similarity(u, v):
    nu, nv = math.hypot(*u), math.hypot(*v)
    if nu == 0 or nv == 0:
        return 0.0
    c = math.fsum(float(a) / nu * (float(b) / nv) for a, b in zip(u, v, strict=True))
    return max(-1.0, min(1.0, c))
