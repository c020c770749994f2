import numpy as np


def softmax(Z, axis=-1):
    P = np.zeros(Z.shape)
    if Z.ndim == 1:
        powers = np.exp(Z - np.max(Z))
        return powers / np.sum(powers)
    if axis in (-1, 1):
        for i in range(Z.shape[0]):
            powers = np.exp(Z[i, :] - np.max(Z[i, :]))
            P[i, :] = powers / np.sum(powers)
    else:
        for j in range(Z.shape[1]):
            powers = np.exp(Z[:, j] - np.max(Z[:, j]))
            P[:, j] = powers / np.sum(powers)
    return P
