import numpy as np


def normalize(x):
    n = np.linalg.norm(x)
    return x / n if n > 0 else np.zeros(x.shape)
