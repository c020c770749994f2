import numpy as np


def unbroadcast(g, shape):
    size = int(np.prod(shape))
    return g.reshape(-1, size).sum(axis=0).reshape(shape)
