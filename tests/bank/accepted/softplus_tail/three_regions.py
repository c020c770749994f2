import numpy as np


def softplus(z: np.ndarray) -> np.ndarray:
    t = np.exp(-abs(z))
    return np.log1p(t) + (z + abs(z)) / 2


def log1mexp(z: np.ndarray) -> np.ndarray:
    with np.errstate(all="ignore"):
        options = [np.log(-np.expm1(-z)), np.log1p(-np.exp(-z)), -np.exp(-z)]
    return np.select([z < 0.5, z < 50], options[:2], default=options[2])
