import numpy as np


def normalize(x):
    m = np.max(np.abs(x))
    return x / m if m > 0 else np.zeros(x.shape)
