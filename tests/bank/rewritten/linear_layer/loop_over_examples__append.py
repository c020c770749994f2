import numpy as np


def forward(x, W, b):
    return W.T @ x.ravel() + b


def linear(X, W, b):
    outputs = []
    for x in X:
        outputs.append(forward(x, W, b))
    return np.vstack(outputs)
