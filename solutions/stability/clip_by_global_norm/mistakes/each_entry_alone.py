import numpy as np


def joint(grads):
    g = np.concatenate([a.ravel() for a in grads.values()])
    if not np.isfinite(g).all():
        raise ValueError("not finite")
    m = np.abs(g).max()
    return m * np.sqrt(np.sum((g / m) ** 2)) if m > 0 else 0.0


def clip(grads, c):
    norm = joint(grads)
    return {name: np.clip(g, -c, c) for name, g in grads.items()}, norm
