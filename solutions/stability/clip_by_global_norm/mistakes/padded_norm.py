import numpy as np

EPSILON = 1e-6
CONSTANTS = {"EPSILON": (1e-10, 1e-9, 1e-8, 1e-7, 1e-5)}


def joint(grads):
    g = np.concatenate([a.ravel() for a in grads.values()])
    if not np.isfinite(g).all():
        raise ValueError("not finite")
    m = np.abs(g).max()
    return m * np.sqrt(np.sum((g / m) ** 2)) if m > 0 else 0.0


def clip(grads, c):
    norm = joint(grads)
    factor = min(1, c / (norm + EPSILON))
    return {name: g * factor for name, g in grads.items()}, norm
