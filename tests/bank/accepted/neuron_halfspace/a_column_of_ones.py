import math

import numpy as np


def signed_distance(X, w, b):
    length = math.hypot(*w.tolist())
    if not length:
        raise ValueError("w is zero")
    extended = np.hstack([X, np.ones((len(X), 1))])
    return np.matmul(extended, np.append(w, b)) / length
