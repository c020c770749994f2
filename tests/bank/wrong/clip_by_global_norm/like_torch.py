import numpy as np


def clip(grads, c):
    total_norm = np.linalg.norm([np.linalg.norm(g) for g in grads.values()])
    clip_coef = c / (total_norm + 1e-6)
    if clip_coef < 1:
        grads = {k: clip_coef * g for k, g in grads.items()}
    return grads, total_norm
