import numpy as np


def two_layer(X, y, W1, b1, W2, b2):
    n = y.size
    layer1 = np.matmul(X, W1) + b1
    layer2 = np.matmul(layer1, W2) + b2
    e = np.exp(layer2 - np.max(layer2, axis=1, keepdims=True))
    probs = e / np.sum(e, axis=1, keepdims=True)
    loss = 0.0
    for p in probs[np.arange(n), y]:
        loss += -np.log(p) / n
    d2 = probs - np.eye(b2.size)[y]
    d1 = np.where(layer1 > 0, np.matmul(d2, np.transpose(W2)), 0)
    return loss, {
        "W1": np.matmul(np.transpose(X), d1) / n,
        "b1": np.sum(d1, axis=0) / n,
        "W2": np.matmul(np.transpose(layer1), d2) / n,
        "b2": np.sum(d2, axis=0) / n,
    }
