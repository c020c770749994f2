import numpy as np


def descend(grad, x0, lr, steps) -> np.ndarray:
    x = x0.copy()
    path = [x]
    for _ in range(steps):
        x -= lr * grad(x)
        path.append(x)
    return np.array(path)
