import numpy as np


def regularise(loss, grads, params, lam):
    weights = {name: W for name, W in params.items() if name.startswith("W")}
    penalty = lam / 2 * sum(float(np.sum(np.square(W))) for W in weights.values())
    new = {
        name: g + lam * weights[name] if name in weights else np.copy(g)
        for name, g in grads.items()
    }
    return loss + penalty, new
