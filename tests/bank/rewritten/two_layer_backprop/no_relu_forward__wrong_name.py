import numpy as np


def two_layer(X, y, W1, b1, W2, b2):
    N = X.shape[0]
    A = X.dot(W1) + b1
    R = A.clip(min=0)
    S = A.dot(W2) + b2
    logZ = np.log(np.exp(S).sum(axis=1))
    loss = np.mean(logZ - S[np.arange(N), y])
    E = np.exp(S - logZ[:, None])
    E[np.arange(N), y] -= 1.0
    E /= N
    back = E.dot(W2.T)
    back[R == 0] = 0
    return loss, dict(W1=X.T.dot(back), b1=back.sum(0), W2=A.T.dot(E), b2=E.sum(0))
