import math

import numpy as np


def softplus(z):
    out = np.zeros(np.shape(z))
    for i in np.ndindex(out.shape):
        t = float(z[i])
        out[i] = max(t, 0) + math.log1p(math.exp(-abs(t)))
    return out


def log1mexp(z):
    out = np.zeros(np.shape(z))
    for i in np.ndindex(out.shape):
        t = float(z[i])
        out[i] = math.log(-math.expm1(-t)) if t < 0.6931 else math.log1p(-math.exp(-t))
    return out
