def fits(u, v):
    if u.shape == v.shape:
        return True
    print("Error: vectors must have the same length!")
    return False


def dot_loop(u, v):
    if not fits(u, v):
        return None
    result = 0.0
    for a, b in zip(u.astype(float), v.astype(float)):
        result += a * b
    return result


def dot_vec(u, v):
    if not fits(u, v):
        return None
    return u.astype(float) @ v.astype(float)
