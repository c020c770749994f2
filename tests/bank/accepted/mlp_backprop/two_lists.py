import numpy as np


def mlp(X, y, layers):
    N = X.shape[0]
    came_in = []
    A = X
    for k, (W, b) in enumerate(layers):
        came_in.append(A)
        S = A @ W + b
        A = np.maximum(S, 0) if k < len(layers) - 1 else S

    top = A.max(axis=1, keepdims=True)
    logp = A - top - np.log(np.exp(A - top).sum(axis=1, keepdims=True))
    loss = -logp[np.arange(N), y].sum() / N

    dS = np.exp(logp)
    dS[np.arange(N), y] -= 1
    dS /= N
    grads = []
    for k in reversed(range(len(layers))):
        A = came_in[k]
        grads.append((A.T @ dS, dS.sum(axis=0)))
        if k:
            dS = (dS @ layers[k][0].T) * (A > 0)
    return loss, grads[::-1]
