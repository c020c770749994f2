import numpy as np


def linear(X, W, b):
    N = X.shape[0]
    flat = X.reshape(N, -1)
    if flat.shape[1] != W.shape[0]:
        raise ValueError(
            "wrong number of values in an example: "
            + str(flat.shape[1])
            + " instead of "
            + str(W.shape[0])
        )
    Y = np.einsum("nd,dm->nm", flat, W)
    Y += b[None, :]
    return Y
