import numpy as np


def mlp(X, y, layers):
    N = len(y)
    total = 0.0
    grads = [(np.zeros(W.shape), np.zeros(b.shape)) for W, b in layers]
    for n in range(N):
        acts = [X[n]]
        for k, (W, b) in enumerate(layers):
            s = acts[-1] @ W + b
            acts.append(np.maximum(s, 0) if k < len(layers) - 1 else s)
        s = acts.pop()
        s = s - s.max()
        p = np.exp(s) / np.exp(s).sum()
        total += np.log(np.exp(s).sum()) - s[y[n]]
        p[y[n]] -= 1
        d = p / N
        for k in range(len(layers) - 1, -1, -1):
            dW, db = grads[k]
            dW += np.outer(acts[k], d)
            db += d
            d = (layers[k][0] @ d) * (acts[k] > 0)
    return total / N, grads
