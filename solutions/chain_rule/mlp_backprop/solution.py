import numpy as np


def mlp(X, y, layers):
    rows = np.arange(len(y))

    # Forward: keep what came into each layer.
    inputs, A = [], X
    for k, (W, b) in enumerate(layers):
        inputs.append(A)
        S = A @ W + b
        A = np.maximum(S, 0) if k < len(layers) - 1 else S
    shifted = A - A.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    loss = -log_p[rows, y].mean()

    # Backward: dS is the slope of the loss by a layer's affine result.
    dS = np.exp(log_p)
    dS[rows, y] -= 1
    dS /= len(y)
    grads = []
    for A, (W, _) in zip(reversed(inputs), reversed(layers), strict=True):
        grads.append((A.T @ dS, dS.sum(axis=0)))
        dS = (dS @ W.T) * (A > 0)  # a layer's input came out of a ReLU
    return loss, grads[::-1]
