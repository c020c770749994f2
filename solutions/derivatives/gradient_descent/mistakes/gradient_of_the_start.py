import numpy as np


def descend(grad, x0, lr, steps):
    g = grad(x0).copy()
    return np.array([x0 - k * lr * g for k in range(steps + 1)])
