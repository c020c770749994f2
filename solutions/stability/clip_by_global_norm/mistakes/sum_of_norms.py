import numpy as np


def length(g):
    if not np.isfinite(g).all():
        raise ValueError("not finite")
    m = np.abs(g).max()
    return m * np.sqrt(np.sum((g / m) ** 2)) if m > 0 else 0.0


def clip(grads, c):
    norm = sum(length(g) for g in grads.values())
    if norm > c:
        return {name: g * (c / norm) for name, g in grads.items()}, norm
    return dict(grads), norm
