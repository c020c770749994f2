import numpy as np


def descend(grad, x0, lr, steps):
    x = x0.copy()
    path = np.zeros((steps, len(x0)))
    for k in range(steps):
        x = x - lr * grad(x)
        path[k] = x
    return path
