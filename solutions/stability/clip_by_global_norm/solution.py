import numpy as np


def clip(grads: dict[str, np.ndarray], c: float) -> tuple[dict[str, np.ndarray], float]:
    """Return (clipped, norm): the gradients with a joint norm of at most c, and the norm before."""
    g = np.concatenate([array.ravel() for array in grads.values()])
    if not np.all(np.isfinite(g)):
        raise ValueError("a gradient is nan or infinite")
    largest = np.max(np.abs(g))
    if largest == 0:
        return {name: array.copy() for name, array in grads.items()}, 0.0
    norm = largest * np.sqrt(np.sum((g / largest) ** 2))
    factor = min(1, c / norm)  # one for all arrays: the direction stays
    return {name: factor * array for name, array in grads.items()}, float(norm)
