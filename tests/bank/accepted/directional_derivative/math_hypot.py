from collections.abc import Callable
from math import fsum, hypot

import numpy as np


def _gradient(f_grad: Callable, x: np.ndarray) -> list[float]:
    return [float(entry) for entry in f_grad(np.array(x))]


def directional(f_grad: Callable, x: np.ndarray, v: np.ndarray, unit: bool = True) -> float:
    direction = [float(entry) for entry in v]
    length = hypot(*direction) if unit else 1.0
    if length == 0.0:
        raise ValueError("v has no direction")
    return fsum(g * d for g, d in zip(_gradient(f_grad, x), direction)) / length


def steepest(f_grad: Callable, x: np.ndarray) -> np.ndarray:
    g = _gradient(f_grad, x)
    # on flat ground every entry is 0, and 0 / 1 stays 0
    length = hypot(*g) or 1.0
    return np.array([entry / length for entry in g])
