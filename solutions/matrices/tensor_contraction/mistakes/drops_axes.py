import numpy as np


def scores(Q, K):
    return np.squeeze(Q @ K.transpose(0, 1, 3, 2))
