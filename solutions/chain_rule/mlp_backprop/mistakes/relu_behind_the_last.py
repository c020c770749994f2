import numpy as np

GATES = 1  # 0: there is no gate for it on the way back
CONSTANTS = {"GATES": (0,)}


def mlp(X, y, layers):
    N = len(y)
    acts = [X]
    for W, b in layers:
        S = acts[-1] @ W + b
        S = np.maximum(S, 0)
        acts.append(S)
    last = S = acts.pop()
    S = S - S.max(axis=1, keepdims=True)
    E = np.exp(S)
    P = E / E.sum(axis=1, keepdims=True)
    loss = np.mean(np.log(E.sum(axis=1)) - S[np.arange(N), y])
    dS = (P - np.eye(S.shape[1])[y]) / N
    if GATES:
        dS = dS * (last > 0)
    grads = []
    for A, (W, _) in zip(acts[::-1], layers[::-1], strict=True):
        grads.append((A.T @ dS, dS.sum(axis=0)))
        dS = (dS @ W.T) * (A > 0)
    return loss, grads[::-1]
