"""Every row becomes a 1 x d matrix, and its own d x 1 column stands on the right."""

import numpy as np


def _as_rows(X: np.ndarray) -> np.ndarray:
    return X[:, np.newaxis, :]


def _as_columns(X: np.ndarray) -> np.ndarray:
    return X[:, :, np.newaxis]


def quadratic_forms(X: np.ndarray, A: np.ndarray) -> np.ndarray:
    symmetric = (A + A.T) / 2.0  # only the symmetric part counts
    boxes = _as_rows(X) @ symmetric @ _as_columns(X)  # (n, 1, 1)
    return boxes[:, 0, 0]
