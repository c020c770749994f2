import numpy as np

LEARNING_RATE = 0.01


def two_layer(X, y, W1, b1, W2, b2):
    m = len(y)
    Z = X @ W1 + b1
    H = np.where(Z > 0, Z, 0)
    S = H @ W2 + b2
    Q = np.exp(S)
    Q = Q / np.sum(Q, axis=1)[:, np.newaxis]
    loss = -np.mean(np.log(Q[np.arange(m), y]))
    delta = Q - np.eye(Q.shape[1])[y]
    dW2 = H.T @ delta / m
    db2 = delta.mean(axis=0)
    stepped = W2 - LEARNING_RATE * dW2
    hidden = (delta @ stepped.T) * (H > 0)
    dW1 = X.T @ hidden / m
    db1 = hidden.mean(axis=0)
    return loss, {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}
