import numpy as np


def regularise(loss, grads, params, lam):
    new = {}
    for k in params:
        loss = loss + lam / 2 * np.sum(params[k] ** 2)
        new[k] = grads[k] + lam * params[k]
    return loss, new
