import numpy as np


def train(X, y, lr, steps):
    centred = X - X[0]  # exact or nearly so: neighbours are subtracted
    centred = centred - centred.mean(axis=0)
    std = np.sqrt((centred**2).mean(axis=0))
    same = (X == X[0]).all(axis=0)
    Z = np.where(same, 0.0, centred / np.where(same, 1.0, std))

    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(steps):
        s = Z @ w + b
        e = np.exp(-np.abs(s))
        p = np.where(s >= 0, 1 / (1 + e), e / (1 + e))
        losses.append(np.mean(np.maximum(s, 0) - s * y + np.log1p(e)))
        slope = (p - y) / len(y)
        w, b = w - lr * (Z.T @ slope), b - lr * slope.sum()
    return w, float(b), np.array(losses)
