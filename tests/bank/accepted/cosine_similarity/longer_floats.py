import numpy as np


def cosine_similarity(u, v):
    U, V = u.astype(np.longdouble), v.astype(np.longdouble)
    below = np.sqrt(U @ U) * np.sqrt(V @ V)
    if below == 0:
        return 0.0
    return float(min(max(float(U @ V / below), -1.0), 1.0))
