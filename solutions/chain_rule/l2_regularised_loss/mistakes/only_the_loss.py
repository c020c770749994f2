import numpy as np


def regularise(loss, grads, params, lam):
    for k in params:
        if k.startswith("W"):
            loss = loss + lam / 2 * np.sum(params[k] ** 2)
    return loss, {k: np.array(g) for k, g in grads.items()}
