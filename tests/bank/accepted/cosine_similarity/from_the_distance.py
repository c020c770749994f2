import numpy as np


def cosine_similarity(u, v):
    units = []
    for x in (u, v):
        m = np.abs(x).max()
        if m == 0:
            return 0.0
        units.append(x / m / np.linalg.norm(x / m))
    gap = units[0] - units[1]
    return float(np.clip(1 - gap @ gap / 2, -1.0, 1.0))
