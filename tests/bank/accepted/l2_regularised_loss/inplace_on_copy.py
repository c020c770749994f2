from copy import deepcopy

import numpy as np


def regularise(loss, grads, params, lam):
    """Springs on the weights: energy lam/2 * w**2 each, force lam * w each."""
    out = deepcopy(grads)
    for name in params:
        if name[:1] != "W":
            continue
        w = params[name].ravel()
        loss = loss + 0.5 * lam * np.dot(w, w)
        out[name] += lam * params[name]
    return np.float64(loss), out
