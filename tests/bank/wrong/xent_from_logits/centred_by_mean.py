import numpy as np


def cross_entropy(Z: np.ndarray, y: np.ndarray) -> float:
    # only differences count: bring every row to the middle before exp
    Z = Z - Z.mean(axis=1, keepdims=True)
    logsum = np.log(np.exp(Z).sum(axis=1))
    return float(np.mean(logsum - Z[np.arange(len(Z)), y]))
