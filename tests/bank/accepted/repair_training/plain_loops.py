import math

import numpy as np


def standardise(column):
    mean = math.fsum(column) / len(column)
    gaps = [v - mean for v in column]
    spread = math.sqrt(math.fsum(g * g for g in gaps) / len(gaps))
    if max(column) == min(column):
        return [0.0] * len(gaps)
    return [g / spread for g in gaps]


def loss_and_slope(score, truth):
    tail = math.exp(-abs(score))
    p = 1 / (1 + tail) if score > 0 else tail / (1 + tail)
    return max(score, 0) - score * truth + math.log1p(tail), p - truth


def train(X, y, lr, steps):
    N, D = X.shape
    Z = list(zip(*[standardise(X[:, d].tolist()) for d in range(D)], strict=True))
    w, b = [0.0] * D, 0.0
    losses = []
    for step in range(steps):
        total, dw, db = 0.0, [0.0] * D, 0.0
        for row, truth in zip(Z, y.tolist(), strict=True):
            score = b + sum(a * v for a, v in zip(w, row, strict=True))
            loss, slope = loss_and_slope(score, truth)
            total += loss / N
            db += slope / N
            for d in range(D):
                dw[d] += slope * row[d] / N
        losses.append(total)
        w = [a - lr * g for a, g in zip(w, dw, strict=True)]
        b -= lr * db
        print(step, total)
    return np.array(w), b, np.array(losses)
