def dot_loop(u, v):
    if len(u) != len(v):
        raise ValueError("lengths differ")
    total = 0.0
    for a, b in zip(u, v, strict=True):
        total += float(a) * float(b)
    return total


def dot_vec(u, v):
    return u * v
