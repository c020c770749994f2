import numpy as np


def two_layer(X, y, W1, b1, W2, b2) -> tuple[float, dict[str, np.ndarray]]:
    """Return (loss, grads) of an affine-ReLU-affine-softmax network with mean cross entropy."""
    N = len(X)
    rows = np.arange(N)

    # Forward: keep what the way back will need.
    Z = X @ W1 + b1  # (N, H)
    H = np.maximum(Z, 0)
    S = H @ W2 + b2  # (N, C)
    E = np.exp(S - S.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    loss = -np.mean(np.log(P[rows, y]))

    # Backward: dA is the slope of the loss by A and has the shape of A.
    dS = P.copy()
    dS[rows, y] -= 1
    dS /= N
    dH = dS @ W2.T
    dZ = dH * (Z > 0)
    grads = {"W1": X.T @ dZ, "b1": dZ.sum(axis=0), "W2": H.T @ dS, "b2": dS.sum(axis=0)}
    return float(loss), grads
