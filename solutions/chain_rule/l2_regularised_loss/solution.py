import numpy as np


def regularise(loss, grads, params, lam):
    new = {}
    for name, grad in grads.items():
        if name.startswith("W"):
            W = params[name]
            loss = loss + lam / 2 * np.sum(W**2)
            new[name] = grad + lam * W
        else:
            new[name] = grad.copy()
    return loss, new
