import numpy as np


def train_step(W, b, X, y, scale, lr, c):
    S = X.astype(np.float32) @ W + b
    P = np.exp(S) / np.exp(S).sum(axis=1, keepdims=True)
    loss = -np.mean(np.log(P[np.arange(len(y)), y] + 1e-7))
    P[np.arange(len(y)), y] -= 1
    g = (X.astype(np.float32).T @ P / len(y) * scale).astype(np.float16)
    h = (P.mean(axis=0) * scale).astype(np.float16)
    if np.isinf(g).any() or np.isinf(h).any():
        return loss, W, b, False
    g, h = g.astype(np.float32) / scale, h.astype(np.float32) / scale
    norm = np.sqrt((g**2).sum() + (h**2).sum())
    f = c / max(norm, c)
    return loss, np.float32(W - lr * f * g), np.float32(b - lr * f * h), True
