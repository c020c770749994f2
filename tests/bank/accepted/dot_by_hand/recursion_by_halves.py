def dot_loop(u, v):
    if len(u) != len(v):
        raise ValueError("not the same length")
    if len(u) == 0:
        return 0.0
    if len(u) == 1:
        return float(u[0]) * float(v[0])
    half = len(u) // 2
    return dot_loop(u[:half], v[:half]) + dot_loop(u[half:], v[half:])


def dot_vec(u, v):
    import numpy as np

    check(u, v)
    return np.tensordot(u.astype("float64"), v.astype("float64"), axes=1)


def check(u, v):
    """Defined after its use, as Python allows."""
    if len(u) != len(v):
        raise ValueError("not the same length")
