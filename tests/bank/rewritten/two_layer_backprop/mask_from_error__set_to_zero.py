import numpy as np


def two_layer(X, y, W1, b1, W2, b2):
    n = len(y)
    z1 = np.dot(X, W1) + b1
    a1 = np.where(z1 > 0, z1, 0)
    scores = np.dot(a1, W2) + b2
    exps = np.exp(scores - np.max(scores))
    probs = exps / np.sum(exps, axis=1, keepdims=True)
    one_hot = np.zeros_like(probs)
    one_hot[np.arange(n), y] = 1
    loss = -np.sum(one_hot * np.log(probs)) / n
    back = (probs - one_hot) / n
    dW2 = np.dot(a1.T, back)
    db2 = np.sum(back, axis=0)
    hidden = np.dot(back, W2.T)
    hidden[hidden <= 0] = 0
    dW1 = np.dot(X.T, hidden)
    db1 = np.sum(hidden, axis=0)
    return loss, {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}
