import numpy as np


def mlp(X, y, layers):
    acts = [X]
    for W, b in layers[:-1]:
        acts.append(np.maximum(0, acts[-1] @ W + b))
    S = acts[-1] @ layers[-1][0] + layers[-1][1]
    P = np.exp(S - S.max()) / np.exp(S - S.max()).sum(axis=1, keepdims=True)
    loss = -np.log(P[range(len(y)), y]).mean()
    P[range(len(y)), y] -= 1
    d = P / len(y)
    grads = []
    for k in range(len(layers))[::-1]:
        grads.insert(0, (acts[k].T @ d, d.sum(0)))
        d = d @ layers[-1][0].T if k == len(layers) - 1 else d @ layers[k][0].T
        if k > 1:
            d = d * (acts[k] > 0)
    return loss, grads
