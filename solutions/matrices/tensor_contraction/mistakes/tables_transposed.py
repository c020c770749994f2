import numpy as np


def scores(Q, K):
    return K @ np.swapaxes(Q, -1, -2)
