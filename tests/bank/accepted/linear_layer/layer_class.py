import numpy as np


class Layer:
    def __init__(self, W, b):
        self.W, self.b = W.copy(), b.copy()

    def forward(self, X):
        out = np.empty((X.shape[0], self.b.shape[0]))
        np.matmul(X.reshape(X.shape[0], -1), self.W, out=out)
        out += self.b
        return out


def linear(X, W, b):
    return Layer(W, b).forward(X)
