import numpy as np


def add_bias(Z, b):
    if b.shape != Z.shape[1:]:
        raise ValueError("b must have one entry a column")
    return Z + np.ones((len(Z), 1)) @ b[None, :]
