import numpy as np

F = np.float32


def train_step(W, b, X, y, scale: int, lr: float, c: float):
    params = {"W": W, "b": b}
    x = X.astype(F)
    scores = np.einsum("nd,dc->nc", x, W) + b
    log_p = scores - scores.max(-1, keepdims=True)
    log_p = log_p - np.log(np.sum(np.exp(log_p), -1, keepdims=True))
    loss = float(-np.take_along_axis(log_p, y[:, None], -1).mean())
    d = np.exp(log_p)
    np.put_along_axis(d, y[:, None], np.take_along_axis(d, y[:, None], -1) - 1, -1)
    d = d * F(scale) / F(len(y))
    with np.errstate(over="ignore"):
        half = {"W": (x.T @ d).astype("f2"), "b": d.sum(0).astype("f2")}
    if any(not np.isfinite(g).all() for g in half.values()):
        return loss, W.copy(), b.copy(), False
    grads = {k: g.astype("f4") / F(scale) for k, g in half.items()}
    norm = float(np.linalg.norm([np.linalg.norm(g.astype(float)) for g in grads.values()]))
    shrink = 1.0 if norm <= c else c / norm
    new = {k: params[k] - F(lr * shrink) * grads[k] for k in params}
    return loss, new["W"], new["b"], True
