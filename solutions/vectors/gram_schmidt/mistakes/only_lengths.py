import numpy as np


def gram_schmidt(A):
    return A / np.sqrt(np.sum(A**2, axis=0))
