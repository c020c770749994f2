import numpy as np


def train(X, y, lr, steps):
    Z = X - X.mean(axis=0)
    std = np.sqrt((Z**2).mean(axis=0))
    Z = Z / np.where(np.ptp(X, axis=0) == 0, np.inf, std)
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(steps):
        s = Z @ w + b
        e = np.exp(-np.abs(s))
        p = np.where(s >= 0, 1 / (1 + e), e / (1 + e))
        q = np.clip(p, 1e-12, 1 - 1e-12)
        losses.append(-np.mean(y * np.log(q) + (1 - y) * np.log(1 - q)))
        slope = (p - y) / len(y)
        w, b = w - lr * (Z.T @ slope), b - lr * slope.sum()
    return w, b, np.array(losses)
