import numpy as np


def softmax_xent(Z, y) -> tuple[float, np.ndarray]:
    n = np.arange(Z.shape[0])
    shifted = Z - Z.max(axis=1, keepdims=True)
    logp = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    dZ = np.exp(logp)
    dZ[n, y] -= 1
    return float(-logp[n, y].mean()), dZ / n.size
