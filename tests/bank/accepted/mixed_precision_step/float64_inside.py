import numpy as np


def train_step(W, b, X, y, scale, lr, c):
    N = X.shape[0]
    rows = np.arange(N)
    X = X.astype(np.float64)
    S = X @ W.astype(np.float64) + b
    S = S - S.max(axis=1, keepdims=True)
    logp = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    loss = float(-logp[rows, y].mean())

    E = np.exp(logp)
    E[rows, y] -= 1
    E /= N
    with np.errstate(over="ignore"):
        gW = (scale * (X.T @ E)).astype(np.float16)
        gb = (scale * E.sum(axis=0)).astype(np.float16)
    if not (np.isfinite(gW).all() and np.isfinite(gb).all()):
        return loss, W.copy(), b.copy(), False

    gW = gW.astype(np.float32) / np.float32(scale)
    gb = gb.astype(np.float32) / np.float32(scale)
    norm = np.sqrt(np.sum(gW.astype(float) ** 2) + np.sum(gb.astype(float) ** 2))
    factor = c / norm if norm > c else 1.0
    W_new = (W - lr * factor * gW).astype(np.float32)
    b_new = (b - lr * factor * gb).astype(np.float32)
    return loss, W_new, b_new, True
