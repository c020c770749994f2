import numpy as np


def gram_schmidt(A):
    rows = []
    for a in A:
        w = a.copy()
        for q in rows:
            w = w - (w @ q) * q
        length = np.sqrt(w @ w)
        rows.append(w / length if length > 1e-9 else 0 * w)
    return np.array(rows)
