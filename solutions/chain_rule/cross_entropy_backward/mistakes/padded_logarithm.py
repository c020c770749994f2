import numpy as np

PAD = 1e-5
CONSTANTS = {"PAD": (1e-15, 1e-12, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6)}


def softmax_xent(Z, y):
    N = len(y)
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    loss = -np.log(P[np.arange(N), y] + PAD).mean()
    P[np.arange(N), y] -= 1
    return loss, P / N
