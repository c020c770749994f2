import numpy as np


def train_step(W, b, X, y, scale, lr, c):
    N = len(X)
    X = X.astype(np.float32)
    S = X @ W + b
    m = S.max(axis=1, keepdims=True)
    lse = m[:, 0] + np.log(np.exp(S - m).sum(axis=1))
    loss = np.mean(lse - S[np.arange(N), y])

    P = np.exp(S - lse[:, None])
    P[np.arange(N), y] -= 1
    P /= N
    # the backward pass is in half precision, and the loss scale is in every gradient
    dW = (X.T @ P).astype(np.float16)
    db = P.sum(axis=0).astype(np.float16)
    with np.errstate(over="ignore", invalid="ignore"):
        dW = (dW.astype(np.float32) * scale).astype(np.float16)
        db = (db.astype(np.float32) * scale).astype(np.float16)
    if not (np.isfinite(dW).all() and np.isfinite(db).all()):
        return loss, W.copy(), b.copy(), False
    dW = dW.astype(np.float32) / scale
    db = db.astype(np.float32) / scale
    norm = np.sqrt((dW**2).sum() + (db**2).sum())
    if norm > c:
        dW, db = dW * (c / norm), db * (c / norm)
    return loss, (W - lr * dW).astype(np.float32), (b - lr * db).astype(np.float32), True
