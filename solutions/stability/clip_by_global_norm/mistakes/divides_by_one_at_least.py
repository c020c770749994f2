import numpy as np

LEAST = 1.0
CONSTANTS = {"LEAST": (1e-12, 1e-10, 1e-8, 1e-6)}


def clip(grads, c):
    if not all(np.isfinite(g).all() for g in grads.values()):
        raise ValueError("not finite")
    m = max(LEAST, *(np.max(np.abs(g)) for g in grads.values()))
    norm = m * np.sqrt(sum(np.sum((g / m) ** 2) for g in grads.values()))
    factor = c / norm if norm > c else 1.0
    return {name: g * factor for name, g in grads.items()}, norm
