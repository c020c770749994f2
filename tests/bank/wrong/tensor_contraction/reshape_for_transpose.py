import numpy as np


def scores(Q: np.ndarray, K: np.ndarray) -> np.ndarray:
    B, H, m, d = K.shape
    K_turned = K.reshape(B, H, d, m)  # the last two axes change places
    return Q @ K_turned
