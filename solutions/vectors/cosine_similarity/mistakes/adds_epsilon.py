import numpy as np

EPSILON = 1e-12
CONSTANTS = {"EPSILON": (1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5)}


def cosine_similarity(u, v):
    cosine = u @ v / (np.linalg.norm(u) * np.linalg.norm(v) + EPSILON)
    return np.clip(cosine, -1, 1)
