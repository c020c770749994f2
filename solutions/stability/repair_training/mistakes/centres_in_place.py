import numpy as np


def train(X, y, lr, steps):
    X -= X.mean(axis=0)
    Z = X
    std = np.sqrt((Z**2).mean(axis=0))
    Z = Z / np.where(np.ptp(X, axis=0) == 0, np.inf, std)
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(steps):
        s = Z @ w + b
        e = np.exp(-np.abs(s))
        losses.append(np.mean(np.maximum(s, 0) - s * y + np.log1p(e)))
        p = np.where(s >= 0, 1 / (1 + e), e / (1 + e))
        slope = (p - y) / len(y)
        w, b = w - lr * (Z.T @ slope), b - lr * slope.sum()
    return w, b, np.array(losses)
