import numpy as np


def normalize(x):
    scaled = x / np.max(np.abs(x))
    return scaled / np.linalg.norm(scaled)
