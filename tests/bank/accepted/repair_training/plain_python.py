import math

import numpy as np


def _standardise(column):
    """one column, a list of floats, with mean 0 and spread 1"""
    if max(column) == min(column):
        return [0.0 for _ in column]
    first, n = column[0], len(column)
    moved = [v - first for v in column]
    mean = math.fsum(moved) / n
    moved = [v - mean for v in moved]
    std = math.sqrt(math.fsum(v * v for v in moved) / n)
    return [v / std for v in moved]


def _sigmoid(s):
    return 1 / (1 + math.exp(-s)) if s >= 0 else math.exp(s) / (1 + math.exp(s))


def _loss(s, truth):
    return max(s, 0.0) - s * truth + math.log1p(math.exp(-abs(s)))


def train(X, y, lr, steps):
    Z = [_standardise(column) for column in np.transpose(X).tolist()]
    y = y.tolist()
    n = len(y)
    w, b = [0.0] * len(Z), 0.0
    losses = []
    for _ in range(steps):
        scores = [b + math.fsum(wd * col[i] for wd, col in zip(w, Z)) for i in range(n)]
        losses.append(math.fsum(_loss(s, t) for s, t in zip(scores, y)) / n)
        slope = [(_sigmoid(s) - t) / n for s, t in zip(scores, y)]
        w = [wd - lr * math.fsum(z * g for z, g in zip(col, slope)) for wd, col in zip(w, Z)]
        b -= lr * math.fsum(slope)
    return np.array(w), b, np.array(losses)
