import numpy as np


class Model:
    def __init__(self, w, b):
        self.w, self.b = np.array(w), np.array(b)

    def grads(self, X, y):
        r = np.array(X @ self.w + self.b) - y
        return np.array(np.mean(r**2)), np.mean(2 * r[:, np.newaxis] * X, 0), np.array(2 * r.mean())


def mse_and_grads(X, y, w, b, check=True):
    if check and (len(y.shape) != 1 or y.shape[0] != X.shape[0]):
        raise ValueError("shape of y")
    return Model(w, b).grads(X, y)
