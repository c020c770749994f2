def dot_loop(u, v):
    if len(u) != len(v):
        raise ValueError("no")
    s = 0.0
    for i in range(len(u)):
        s += float(u[i] * 1.0) * float(v[i])
    return s


def dot_vec(u, v):
    result = u * v
    return result.tolist()
