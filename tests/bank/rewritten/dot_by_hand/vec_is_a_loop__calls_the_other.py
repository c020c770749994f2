def dot_loop(u, v):
    if len(u) != len(v):
        raise ValueError("lengths")
    result = 0.0
    i = 0
    while i < len(u):
        result += float(u[i]) * float(v[i])
        i += 1
    return result


def dot_vec(u, v):
    return dot_loop(u, v)
