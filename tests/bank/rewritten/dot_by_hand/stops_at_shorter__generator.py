def dot_loop(u, v):
    return sum(float(x) * float(y) for x, y in zip(u, v))


def dot_vec(u, v):
    if u.shape != v.shape:
        raise ValueError("shapes")
    return float(u.astype("float64") @ v.astype("float64"))
