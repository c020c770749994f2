import numpy as np


def clip(grads, c):
    if not all(np.isfinite(g).all() for g in grads.values()):
        raise ValueError("not finite")
    norm = np.sqrt(sum(np.sum(g**2) for g in grads.values()))
    if norm > c:
        return {name: g * (c / norm) for name, g in grads.items()}, norm
    return dict(grads), norm
