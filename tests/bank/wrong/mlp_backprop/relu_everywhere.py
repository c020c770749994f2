import numpy as np


def mlp(X, y, layers):
    N = len(X)
    inputs, A = [], X
    for W, b in layers:
        inputs.append(A)
        A = np.maximum(A @ W + b, 0)  # affine, then ReLU
    scores = A
    scores = scores - scores.max(axis=1, keepdims=True)
    logp = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
    loss = -logp[np.arange(N), y].mean()

    dS = np.exp(logp)
    dS[np.arange(N), y] -= 1
    dS /= N
    grads = []
    for (W, b), A in zip(reversed(layers), reversed(inputs)):
        grads.append((A.T @ dS, dS.sum(axis=0)))
        dS = (dS @ W.T) * (A > 0)
    return loss, grads[::-1]
