import numpy as np


def train(X, y, lr, steps):
    mean = X.mean(axis=0)
    std = np.sqrt((X**2).mean(axis=0) - mean**2)
    Z = (X - mean) / (std + 1e-12)
    w, b, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(steps):
        p = 1 / (1 + np.exp(-np.clip(Z @ w + b, -500, 500)))
        losses.append(-np.mean(y * np.log(p + 1e-300) + (1 - y) * np.log(1 - p + 1e-300)))
        slope = (p - y) / len(y)
        w, b = w - lr * (Z.T @ slope), b - lr * slope.sum()
    return w, b, np.array(losses)
