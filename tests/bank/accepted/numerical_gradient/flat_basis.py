import numpy as np


def numerical_gradient(f, x: np.ndarray, h: float | None = None) -> np.ndarray:
    shape = np.shape(x)
    flat = np.ravel(x).astype(float)
    steps = 6e-6 * np.fmax(1, np.abs(flat)) if h is None else np.full(flat.shape, h, dtype=float)

    def slope(k: int) -> float:
        nudge = np.zeros(flat.size)
        nudge[k] = steps[k]
        right, left = flat + nudge, flat - nudge
        run = right[k] - left[k]  # the run that was really taken
        return float(f(right.reshape(shape)) - f(left.reshape(shape))) / run

    return np.array([slope(k) for k in range(flat.size)], dtype=float).reshape(shape)
