import numpy as np
from typing import Dict, Tuple

Array = np.ndarray


def dot_loop(u: Array, v: Array) -> float:
    n: int = len(u)
    if n != len(v):
        raise ValueError("u and v must have the same length")
    acc: float = 0.0
    for i in range(n):
        acc += float(u[i]) * float(v[i])
    return acc


def dot_vec(u: Array, v: Array) -> float:
    if len(u) != len(v):
        raise ValueError("u and v must have the same length")
    return float(np.vdot(u.astype(np.float64), v.astype(np.float64)))


def linear(X: Array, W: Array, b: Array) -> Array:
    batch: int = X.shape[0]
    return X.reshape(batch, -1) @ W + b.reshape(1, -1)


def mse_and_grads(X: Array, y: Array, w: Array, b: float) -> Tuple[float, Array, float]:
    if y.ndim != 1 or y.shape[0] != X.shape[0]:
        raise ValueError("bad y")
    diff = X @ w + b - y
    n = X.shape[0]
    dw = 2.0 / n * X.T @ diff
    db = float(np.mean(dw))  # bias: average slope
    return float(np.mean(diff**2)), dw, db


def two_layer(
    X: Array, y: Array, W1: Array, b1: Array, W2: Array, b2: Array
) -> Tuple[float, Dict[str, Array]]:
    N: int = X.shape[0]
    rows = np.arange(N)
    hidden_in = X @ W1 + b1
    hidden = np.maximum(hidden_in, 0)
    scores = hidden @ W2 + b2
    exps = np.exp(scores)
    probs = exps / exps.sum(axis=1, keepdims=True)
    loss = float(-np.log(probs[rows, y]).mean())
    delta = probs.copy()
    delta[rows, y] -= 1.0
    delta /= N
    back = delta @ W2
    back = back * (hidden_in > 0)
    grads = {
        "W1": X.T @ back,
        "b1": back.sum(axis=0),
        "W2": hidden.T @ delta,
        "b2": delta.sum(axis=0),
    }
    return loss, grads


def softmax(Z: Array, axis: int = -1) -> Array:
    m = np.max(Z, axis=axis, keepdims=True)
    e = np.exp(Z + m)
    return e / np.sum(e, axis=axis, keepdims=True)
