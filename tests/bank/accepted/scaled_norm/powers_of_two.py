import numpy as np


def safe_norm(x):
    sizes = np.abs(np.asarray(x, dtype=float))
    if sizes.size == 0:
        return 0.0
    if np.isinf(sizes).any():
        return float("inf")
    _, e = np.frexp(sizes.max())
    y = np.ldexp(sizes, -e)
    return np.ldexp(np.sqrt(y @ y), e)
