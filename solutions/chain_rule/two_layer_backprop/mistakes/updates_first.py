import numpy as np

STEP = 0.005
CONSTANTS = {"STEP": (0.0001, 0.001, 0.002, 0.01, 0.02, 0.03, 0.05, 0.1, 0.2, 0.3, 0.5, 1.0)}


def two_layer(X, y, W1, b1, W2, b2):
    N = len(X)
    Z = X @ W1 + b1
    H = np.maximum(Z, 0)
    S = H @ W2 + b2
    P = np.exp(S) / np.exp(S).sum(axis=1, keepdims=True)
    loss = -np.log(P[np.arange(N), y]).mean()
    dS = P.copy()
    dS[np.arange(N), y] -= 1
    dS /= N
    dW2 = H.T @ dS
    W2 = W2 - STEP * dW2
    dZ = (dS @ W2.T) * (Z > 0)
    return loss, {"W1": X.T @ dZ, "b1": dZ.sum(axis=0), "W2": H.T @ dS, "b2": dS.sum(axis=0)}
