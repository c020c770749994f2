import numpy as np


def clip(grads, c):
    g = np.concatenate([a.ravel() for a in grads.values()])
    if np.isnan(g).any():
        raise ValueError("nan")
    m = np.abs(g).max()
    if m == 0:
        return dict(grads), 0.0
    norm = m * np.sqrt(np.sum((g / m) ** 2))
    if norm > c:
        return {name: a * (c / norm) for name, a in grads.items()}, norm
    return dict(grads), norm
