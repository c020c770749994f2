from collections.abc import Callable

import numpy as np


def step_curve(
    f: Callable[[float], float], dfdx: Callable[[float], float], x: float, hs: np.ndarray
) -> tuple[np.ndarray, float]:
    ahead = np.asarray([f(x + h) for h in hs], dtype=np.float64)
    behind = np.asarray([f(x - h) for h in hs], dtype=np.float64)
    errors = np.abs((ahead - behind) / hs * 0.5 - dfdx(x))
    order = np.argsort(errors, kind="stable")
    return errors, hs[order][0]
