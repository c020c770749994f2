from collections.abc import Callable

import numpy as np


def step_curve(f: Callable, dfdx: Callable, x: float, hs) -> tuple[np.ndarray, float]:
    def error(h: float) -> float:
        return abs(0.5 * (f(x + h) - f(x - h)) / h - dfdx(x))

    pairs = [(error(h), h) for h in hs.tolist()]
    _, best = min(pairs)  # the smallest error, then the smallest step
    return np.array([e for e, _ in pairs]), best
