def dot_loop(u, v):
    if len(u) != len(v):
        raise ValueError
    total = 0
    for a, b in zip(u, v, strict=True):
        total = total + a * b
    return float(total)


def dot_vec(u, v):
    return float(u @ v)
