import numpy as np


def _corner(label: int, n_classes: int) -> list[float]:
    if label not in range(n_classes):
        raise ValueError(f"label {label} is not one of 0 ... {n_classes - 1}")
    return [1.0 if j == label else 0.0 for j in range(n_classes)]


def _label(row: list) -> int:
    if row.count(1) != 1 or row.count(0) != len(row) - 1:
        raise ValueError(f"not one-hot: {row}")
    return row.index(1)


def one_hot(y, n_classes) -> np.ndarray:
    return np.array([_corner(int(label), n_classes) for label in y])


def decode(H) -> np.ndarray:
    return np.array([_label(row.tolist()) for row in H])
