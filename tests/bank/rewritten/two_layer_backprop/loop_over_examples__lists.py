import numpy as np


def two_layer(X, y, W1, b1, W2, b2):
    n = X.shape[0]
    losses, dW1, db1, dW2, db2 = [], [], [], [], []
    for i in range(n):
        z = np.dot(X[i], W1) + b1
        h = np.where(z > 0, z, 0)
        s = np.dot(h, W2) + b2
        s = s - np.max(s)
        p = np.exp(s) / np.sum(np.exp(s))
        losses.append(-np.log(p[y[i]]))
        t = np.zeros(len(p))
        t[y[i]] = 1
        e = p - t
        d = np.dot(W2, e)
        d[z <= 0] = 0
        dW1.append(np.outer(X[i], d))
        db1.append(d)
        dW2.append(np.outer(h, e))
        db2.append(e)
    grads = {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}
    return np.mean(losses), {name: np.mean(parts, axis=0) for name, parts in grads.items()}
