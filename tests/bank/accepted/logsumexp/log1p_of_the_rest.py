import numpy as np


def logsumexp(Z, axis=-1):
    Z = np.moveaxis(np.asarray(Z), axis, -1)
    top = np.sort(Z, axis=-1)
    m, rest = top[..., -1], top[..., :-1]
    safe = np.where(np.isinf(m), 0.0, m)
    with np.errstate(all="ignore"):
        out = m + np.log1p(np.exp(rest - safe[..., None]).sum(-1))
    return np.where(np.isinf(m), m, out)
