import numpy as np


def bce_with_logits(z, y):
    towards_truth = np.maximum(z, 0) - z * y  # 0 or |z| where y is 0 or 1
    return towards_truth + np.log1p(np.exp(-np.abs(z)))
