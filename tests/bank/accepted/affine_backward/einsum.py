import numpy as np


def affine_backward(dout: np.ndarray, X: np.ndarray, W: np.ndarray, b: np.ndarray):
    features = X.shape[1:]
    weights = W.reshape(*features, -1)
    dX = np.tensordot(dout, weights, axes=(1, len(features)))
    dW = np.tensordot(X, dout, axes=(0, 0)).reshape(W.shape)
    return [dX, dW, np.ones(len(dout)) @ dout]
