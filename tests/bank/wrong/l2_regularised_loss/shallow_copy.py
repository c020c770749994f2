import numpy as np


def regularise(loss, grads, params, lam):
    new = dict(grads)  # a new dict, so that the caller's is safe
    for name, W in params.items():
        if name.startswith("W"):
            loss = loss + lam / 2 * np.sum(W**2)
            new[name] += lam * W
    return loss, new
