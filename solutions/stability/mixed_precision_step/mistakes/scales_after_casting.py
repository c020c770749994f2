import numpy as np


def train_step(W, b, X, y, scale, lr, c):
    n = len(y)
    X = X.astype(np.float32)
    S = X @ W + b
    S = S - S.max(axis=1, keepdims=True)
    E = np.exp(S)
    total = E.sum(axis=1, keepdims=True)
    P = E / total
    loss = np.mean(np.log(total[:, 0]) - S[np.arange(n), y])
    dS = (P - np.eye(S.shape[1], dtype=np.float32)[y]) / np.float32(n)
    gW = (X.T @ dS).astype(np.float16) * np.float16(min(scale, 65504))
    gb = dS.sum(axis=0).astype(np.float16) * np.float16(min(scale, 65504))
    if not (np.isfinite(gW).all() and np.isfinite(gb).all()):
        return loss, W.copy(), b.copy(), False
    gW = gW.astype(np.float32) / min(scale, 65504)
    gb = gb.astype(np.float32) / min(scale, 65504)
    norm = np.sqrt((gW**2).sum() + (gb**2).sum())
    if norm > c:
        gW, gb = gW * (c / norm), gb * (c / norm)
    new_W = (W - lr * gW).astype(np.float32)
    new_b = (b - lr * gb).astype(np.float32)
    return loss, new_W, new_b, True
