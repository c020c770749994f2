import numpy as np


def regularise(loss, grads, params, lam):
    new = {}
    for k in grads:
        if k.startswith("W"):
            loss += lam / 2 * np.mean(params[k] ** 2)
            new[k] = grads[k] + lam * params[k] / params[k].size
        else:
            new[k] = grads[k]
    return loss, new
