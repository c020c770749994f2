import numpy as np


def logsumexp(Z: np.ndarray, axis: int = -1):
    m = np.amax(Z, axis=axis)
    d = Z - np.expand_dims(m, axis)
    d[np.isnan(d)] = 0.0  # infinity beside infinity
    print("largest", m)
    return np.where(
        np.isneginf(m),
        -np.inf,
        m + np.log(np.einsum("...i->...", np.moveaxis(np.exp(d), axis, -1))),
    )
