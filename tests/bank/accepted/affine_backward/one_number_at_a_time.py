import numpy as np


def affine_backward(dout, X, W, b):
    # everything one number at a time, so that I can see where it goes
    N, M = np.shape(dout)
    D = np.shape(W)[0]
    rows = [np.asarray(x).ravel().tolist() for x in X]

    dW = np.zeros((D, M))
    db = np.zeros(M)
    flat = np.zeros((N, D))
    for n in range(N):
        for m in range(M):
            g = float(dout[n][m])
            db[m] += g
            for d in range(D):
                dW[d, m] += rows[n][d] * g
                flat[n, d] += float(W[d][m]) * g
    dX = flat.reshape(np.shape(X))
    return (dX, dW, db)
