from dataclasses import dataclass, field

import numpy as np


@dataclass
class Tape:
    gain: np.ndarray
    rows: list = field(default_factory=list)  # (xhat, 1/sqrt(v + eps)) for each row


def layernorm(X, g, b, eps):
    tape = Tape(np.array(g))
    Y = np.empty(X.shape)
    for i, x in enumerate(X):
        c = x - np.mean(x)
        c = c - np.mean(c)
        v = np.dot(c, c) / c.size
        r = (v + eps) ** -0.5
        tape.rows.append((c * r, r))
        Y[i] = g * (c * r) + b
    return Y, tape


def layernorm_backward(dY, cache: Tape):
    N, D = dY.shape
    dX = np.zeros((N, D))
    dg = np.zeros(D)
    db = np.zeros(D)
    for i, (xhat, r) in enumerate(cache.rows):
        # the Jacobian of xhat by x is symmetric
        J = r * (np.identity(D) - np.full((D, D), 1 / D) - np.outer(xhat, xhat) / D)
        dX[i] = J @ (cache.gain * dY[i])
        dg += dY[i] * xhat
        db += dY[i]
    return dX, dg, db
