import numpy as np


def regularise(loss, grads, params, lam):
    new = {k: np.array(g) for k, g in grads.items()}
    for k in params:
        if k.startswith("W"):
            length = np.sqrt(np.sum(params[k] ** 2))
            loss = loss + lam / 2 * length
            new[k] = new[k] + lam / 2 * params[k] / length
    return loss, new
