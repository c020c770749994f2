import numpy as np


def train_step(W, b, X, y, scale, lr, c):
    rows = np.arange(len(y))
    X = X.astype(np.float32)
    S = X @ W + b
    shifted = S - S.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    loss = -log_p[rows, y].mean()

    dS = np.exp(log_p)
    dS[rows, y] -= 1
    dS /= len(y)
    half = [(scale * g).astype(np.float16) for g in (X.T @ dS, dS.sum(axis=0))]
    if not all(np.isfinite(g).all() for g in half):
        return loss, W.copy(), b.copy(), False

    dW, db = (g.astype(np.float32) / np.float32(scale) for g in half)
    norm = np.sqrt(np.sum(dW**2) + np.sum(db**2))
    step = np.float32(lr * min(1, c / norm)) if norm > 0 else np.float32(0)
    return loss, W - step * dW, b - step * db, True
