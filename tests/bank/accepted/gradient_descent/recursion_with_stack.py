import numpy as np


def descend(grad, x0, lr, steps):
    here = np.reshape(x0, (1, -1)).astype(float)
    if steps == 0:
        return here
    behind = descend(grad, here[0] - np.multiply(lr, grad(here[0])), lr, steps - 1)
    return np.vstack([here, behind])
