import numpy as np


def cross_entropy(Z: np.ndarray, y: np.ndarray) -> float:
    N, C = Z.shape
    m = Z.max(1)
    mask = np.arange(C) == y.reshape(N, 1)
    shifted = Z - m[:, np.newaxis]
    picked = np.where(mask, shifted, 0.0).sum(1)
    print("batch of", N)
    return (np.log(np.exp(shifted).sum(1)) - picked).sum() / N
