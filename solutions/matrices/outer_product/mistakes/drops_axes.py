import numpy as np


def outer(u, v):
    return np.squeeze(u.reshape(-1, 1) @ v.reshape(1, -1))
