import numpy as np


def normalize_rows(X):
    def unit(row):
        length = np.linalg.norm(row)
        return row / length if length else row * 1.0

    return np.apply_along_axis(unit, 1, X)
