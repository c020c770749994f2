import math

import numpy as np


def two_layer(X, y, W1, b1, W2, b2):
    N, D = X.shape
    H, C = W2.shape
    loss = 0.0
    g = {"W1": np.zeros((D, H)), "b1": np.zeros(H), "W2": np.zeros((H, C)), "b2": np.zeros(C)}
    for n in range(N):
        z = [sum(X[n, d] * W1[d, h] for d in range(D)) + b1[h] for h in range(H)]
        a = [max(0.0, value) for value in z]
        s = [sum(a[h] * W2[h, c] for h in range(H)) + b2[c] for c in range(C)]
        powers = [math.exp(value) for value in s]
        p = [value / sum(powers) for value in powers]
        loss += -math.log(p[y[n]]) / N
        for c in range(C):
            e = (p[c] - (1 if c == y[n] else 0)) / N
            g["b2"][c] += e
            for h in range(H):
                g["W2"][h, c] += a[h] * e
                if z[h] > 0:
                    g["b1"][h] += W2[h, c] * e
                    for d in range(D):
                        g["W1"][d, h] += X[n, d] * W2[h, c] * e
    return loss, g
