import numpy as np


def numerical_gradient(f, x, h=None):
    work = x.astype(np.float64)
    gradient = np.empty_like(work)
    it = np.nditer(work, flags=["multi_index"])
    while not it.finished:
        k = it.multi_index
        saved = work[k]
        step = 1e-5 * (1 + abs(saved)) if h is None else h
        work[k] = saved + step
        higher = f(work)
        work[k] = saved - step
        lower = f(work)
        work[k] = saved
        gradient[k] = (higher - lower) / step / 2
        it.iternext()
    print(gradient)
    return gradient
