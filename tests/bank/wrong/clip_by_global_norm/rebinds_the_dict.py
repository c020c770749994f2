import numpy as np


def clip(grads, c):
    g = np.concatenate([a.ravel() for a in grads.values()])
    if not np.isfinite(g).all():
        raise ValueError("not finite")
    m = np.abs(g).max()
    norm = m * np.sqrt(np.sum((g / m) ** 2)) if m > 0 else 0.0
    if norm > c:
        for k in grads:
            grads[k] = grads[k] * (c / norm)
    return grads, norm
