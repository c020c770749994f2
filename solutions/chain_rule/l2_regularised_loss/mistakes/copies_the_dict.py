import numpy as np


def regularise(loss, grads, params, lam):
    new = grads.copy()
    for k in params:
        if k.startswith("W"):
            loss = loss + lam / 2 * np.sum(params[k] ** 2)
            new[k] += lam * params[k]
    return loss, new
