import numpy as np


def descend(grad, x0, lr, steps) -> np.ndarray:
    path: np.ndarray = np.empty((steps + 1, len(x0)), dtype=np.float64)
    path[0] = x0
    for here, there in zip(path[:-1], path[1:]):  # noqa: RUF007
        there[:] = here
        there -= lr * np.asarray(grad(here.copy()))
    return path
