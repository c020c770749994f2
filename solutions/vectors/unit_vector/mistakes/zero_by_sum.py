import numpy as np


def normalize(x):
    if np.sum(x) <= 1e-12:
        return np.zeros(len(x))
    scaled = x / np.max(np.abs(x))
    return scaled / np.linalg.norm(scaled)
