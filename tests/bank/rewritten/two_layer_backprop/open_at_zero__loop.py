import numpy as np


def two_layer(X, y, W1, b1, W2, b2):
    n = len(X)
    loss, dW1, db1, dW2, db2 = 0.0, 0, 0, 0, 0
    for i in range(n):
        z = np.dot(X[i], W1) + b1
        h = np.maximum(z, 0)
        s = np.dot(h, W2) + b2
        p = np.exp(s) / sum(np.exp(s))
        loss += -np.log(p[y[i]]) / n
        e = p - np.eye(len(p))[y[i]]
        back = np.dot(W2, e)
        back[z < 0] = 0
        dW1 = dW1 + np.outer(X[i], back) / n
        db1 = db1 + back / n
        dW2 = dW2 + np.outer(h, e) / n
        db2 = db2 + e / n
    return loss, {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}
