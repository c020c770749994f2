import numpy as np


def cross_entropy(S: np.ndarray, y: np.ndarray) -> tuple[float, np.ndarray]:
    log_p = S - S.max(1, keepdims=True)
    log_p = log_p - np.log(np.exp(log_p).sum(1, keepdims=True))
    dS = np.exp(log_p)
    np.subtract.at(dS, (np.arange(len(y)), y), 1)
    return float(-np.take_along_axis(log_p, y[:, None], 1).mean()), dS / len(y)


def run(A, y, layers):
    """The loss, the gradients of these layers, and the slope of the loss by A."""
    (W, b), *rest = layers
    S = np.einsum("nd,dh->nh", A, W) + b
    if rest:
        loss, grads, dH = run(np.where(S > 0, S, 0), y, rest)
        dS = np.where(S > 0, dH, 0)
    else:
        grads = []
        loss, dS = cross_entropy(S, y)
    here = (np.einsum("nd,nh->dh", A, dS), dS.sum(0))
    return loss, [here, *grads], np.einsum("nh,dh->nd", dS, W)


def mlp(X: np.ndarray, y: np.ndarray, layers: list) -> tuple[float, list]:
    loss, grads, _ = run(X, y, layers)
    return loss, grads
