import numpy as np


def descend(grad, x0, lr, steps):
    x = np.array(x0, dtype=float)
    path = [x.copy()]
    for _ in range(steps):
        g = grad(x)
        if np.linalg.norm(g) < 1e-1:
            break
        x = x - lr * g
        path.append(x.copy())
    while len(path) < steps:
        path.append(x.copy())
    return np.array(path)
