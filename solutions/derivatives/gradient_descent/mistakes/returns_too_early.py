import numpy as np


def descend(grad, x0, lr, steps):
    path = [x0]
    for _ in range(steps):
        path.append(path[-1] - lr * grad(path[-1]))
        return np.array(path)
    return np.array(path)
