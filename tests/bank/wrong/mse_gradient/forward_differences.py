import numpy as np


def mse_and_grads(X, y, w, b):
    if y.shape != (len(X),):
        raise ValueError

    def loss(t):
        return np.mean((X @ t[:-1] + t[-1] - y) ** 2)

    t, h = np.append(w, b), 1e-6
    g = np.array([(loss(t + h * e) - loss(t)) / h for e in np.eye(len(t))])
    return loss(t), g[:-1], g[-1]
