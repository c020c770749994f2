import numpy as np


def normalize(x):
    largest = np.max(np.abs(x))
    if largest == 0:
        return np.zeros(len(x))
    scaled = x / largest
    result = np.zeros_like(x)
    result[:] = scaled / np.linalg.norm(scaled)
    return result
