import numpy as np


def axpy(alpha, x, y):
    both = np.stack([x, y]).astype(np.float64)
    return np.tensordot([alpha, 1.0], both, axes=1)
