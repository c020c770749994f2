import numpy as np


def regularise(loss, grads, params, lam):
    new = {k: np.array(g) for k, g in grads.items()}
    for k in params:
        if k.startswith("W"):
            new[k] = new[k] + lam * params[k]
    return loss, new
