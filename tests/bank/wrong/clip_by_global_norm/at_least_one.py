import numpy as np


def clip(grads: dict[str, np.ndarray], c: float) -> tuple[dict[str, np.ndarray], float]:
    flat = np.concatenate([g.ravel() for g in grads.values()])
    if not np.all(np.isfinite(flat)):
        raise ValueError("gradient is not finite")
    # divide by the largest entry, but never by something near 0
    m = max(np.max(np.abs(flat)), 1.0)
    norm = float(m * np.sqrt(np.sum((flat / m) ** 2)))
    factor = min(1.0, c / norm) if norm > 0 else 1.0
    return {name: g * factor for name, g in grads.items()}, norm
