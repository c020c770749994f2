import numpy as np


def outer(u: np.ndarray, v: np.ndarray) -> np.ndarray:
    # u along the top, v down the side
    return u * v[:, np.newaxis]
