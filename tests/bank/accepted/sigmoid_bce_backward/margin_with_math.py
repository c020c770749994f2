import math

import numpy as np


def composed(z, y):
    """one example at a time, with plain numbers"""
    n = len(z)
    total, slopes = 0.0, []
    for score, truth in zip(z.tolist(), y.tolist()):
        p = 1.0 / (1.0 + math.exp(-score))
        if truth == 1:
            total -= math.log(p)
            slope_p = -1.0 / p
        else:
            q = 1.0 / (1.0 + math.exp(score))  # 1 - p
            total -= math.log(q)
            slope_p = 1.0 / q
        slope_sigmoid = p * (1.0 / (1.0 + math.exp(score)))
        slopes.append(slope_p * slope_sigmoid / n)
    return total / n, np.array(slopes)


def fused(z, y):
    # margin: how far the score is on the right side; the loss is ln(1 + exp(-margin))
    sign = 2.0 * y - 1.0
    margin = sign * z
    loss = np.maximum(-margin, 0.0) + np.log1p(np.exp(-np.abs(margin)))
    with np.errstate(over="ignore"):
        miss = 1.0 / (1.0 + np.exp(margin))
    return loss.mean(), -sign * miss / z.shape[0]
