import numpy as np


def affine_backward(dout, X, W, b) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return (dX, dW, db), the slopes of a loss by the inputs of Y = X.reshape(N, D) @ W + b.

    dout: (N, M), the slope of the loss by each entry of Y
    X: (N, d1, ..., dk), with D = d1 * ... * dk
    W: (D, M)
    b: (M,)

    dX, dW and db have the shapes of X, W and b.
    """
    raise NotImplementedError
