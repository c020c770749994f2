import numpy as np


def log_softmax(Z, axis=-1) -> np.ndarray:
    # subtract the largest score of each row so that nothing overflows
    top = Z.max(axis=-1, keepdims=True)
    shifted = Z - top
    return shifted - np.log(np.exp(shifted).sum(axis=axis, keepdims=True))
