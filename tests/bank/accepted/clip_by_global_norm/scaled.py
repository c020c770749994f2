import numpy as np


def clip(grads: dict[str, np.ndarray], c: float) -> tuple[dict[str, np.ndarray], float]:
    for name, g in grads.items():
        if not np.isfinite(g).all():
            raise ValueError(f"the gradient of {name} is not finite")
    m = max(float(np.abs(g).max()) for g in grads.values())
    if m == 0:
        return {name: np.zeros_like(g) for name, g in grads.items()}, 0.0
    norm = m * float(np.sqrt(sum(np.sum((g / m) ** 2) for g in grads.values())))
    if norm <= c:
        return {name: g.copy() for name, g in grads.items()}, norm
    factor = c / norm
    return {name: g * factor for name, g in grads.items()}, norm
