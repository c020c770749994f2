import numpy as np


def _surprise(margin):
    """-ln sigmoid(margin) = ln(1 + exp(-margin)), by masks"""
    flat = margin.reshape(-1)
    out = np.empty_like(flat)
    right = flat > 0
    out[right] = np.log1p(np.exp(-flat[right]))
    out[~right] = np.log1p(np.exp(flat[~right])) - flat[~right]
    return out.reshape(margin.shape)


def bce_with_logits(z, y):
    z = np.asarray(z, dtype=np.float64)
    y = np.asarray(y, dtype=np.float64)
    yes, no = _surprise(z), _surprise(-z)
    return y * yes + (1 - y) * no
