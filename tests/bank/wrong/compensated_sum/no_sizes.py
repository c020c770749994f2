import numpy as np


def neumaier_sum(x: np.ndarray) -> float:
    total, jar = 0.0, 0.0
    for v in x.tolist():
        new = total + v
        # what fell off: start from the larger one
        if total >= v:
            jar += (total - new) + v
        else:
            jar += (v - new) + total
        total = new
    return total + jar
