import math


def cosine_similarity(u, v):
    a, b = math.hypot(*u), math.hypot(*v)
    if a == 0 or b == 0:
        return 0.0
    c = math.fsum((x / a) * (y / b) for x, y in zip(u, v, strict=False))
    return max(-1.0, min(1.0, c))
