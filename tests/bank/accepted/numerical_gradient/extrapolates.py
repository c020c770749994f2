from collections.abc import Callable

import numpy as np

Scalar = Callable[[np.ndarray], float]


def central(f: Scalar, x: np.ndarray, direction: np.ndarray, h: float) -> float:
    return float((f(x + h * direction) - f(x - h * direction)) / (2 * h))


def numerical_gradient(f: Scalar, x: np.ndarray, h: float | None = None) -> np.ndarray:
    x = np.asarray(x)
    slopes = []
    for k in range(x.size):
        direction = np.zeros(x.size)
        direction[k] = 1
        direction = direction.reshape(x.shape)
        if h is not None:
            slopes.append(central(f, x, direction, h))
        else:
            step = 1e-3 * max(1.0, abs(float(x.flat[k])))
            coarse, fine = central(f, x, direction, step), central(f, x, direction, step / 2)
            slopes.append((4 * fine - coarse) / 3)
    return np.array(slopes, dtype=float).reshape(x.shape)
