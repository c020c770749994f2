import math

import numpy as np


def loss_and_slopes(W, b, X, y):
    total, dW, db = 0.0, np.zeros(W.shape), np.zeros(b.shape)
    for x, label in zip(X.astype(float), y):
        s = x @ W.astype(float) + b.astype(float)
        top = s.max()
        z = math.fsum(math.exp(v - top) for v in s)
        p = np.array([math.exp(v - top) / z for v in s])
        total += top + math.log(z) - s[label]
        p[label] -= 1
        dW += np.outer(x, p) / len(y)
        db += p / len(y)
    return total / len(y), dW, db


def train_step(W, b, X, y, scale, lr, c):
    loss, dW, db = loss_and_slopes(W, b, X, y)
    packed = np.concatenate([dW.ravel(), db])
    half = np.float16(packed * scale)
    print("largest", np.abs(half).max())
    if np.isinf(half).any() or np.isnan(half).any():
        return loss, np.array(W), np.array(b), False
    g = np.float32(half).astype(float) / scale
    length = math.sqrt(sum(v * v for v in g))
    if length > c:
        g = g / length * c
    new_W = W.astype(float) - lr * g[: W.size].reshape(W.shape)
    new_b = b.astype(float) - lr * g[W.size :]
    return loss, new_W.astype(np.float32), new_b.astype(np.float32), True
