import numpy as np


def normalize(x):
    largest = np.max(np.abs(x))
    if largest == 0:
        return x
    scaled = x / largest
    return scaled / np.linalg.norm(scaled)
