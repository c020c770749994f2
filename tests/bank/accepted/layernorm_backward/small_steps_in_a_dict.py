import numpy as np


def layernorm(X, g, b, eps):
    N, D = X.shape
    Y = np.zeros((N, D))
    cache = {"rows": [], "g": g.copy(), "eps": eps}
    for n in range(N):
        row = X[n]
        m = sum(row) / D
        c = row - m
        v = sum(c * c) / D
        r = (v + eps) ** -0.5
        Y[n] = g * c * r + b
        cache["rows"].append((c, v, r))
    return Y, cache


def layernorm_backward(dY, cache):
    g, eps = cache["g"], cache["eps"]
    dX, dg, db = [], np.zeros(len(g)), np.zeros(len(g))
    for d, (c, v, r) in zip(dY, cache["rows"]):
        D = len(d)
        db = db + d
        dg = dg + d * c * r
        dxh = d * g
        dr = np.sum(dxh * c)
        dv = dr * -0.5 * (v + eps) ** -1.5
        dc = dxh * r + dv * 2 * c / D
        dm = -np.sum(dc)
        dX.append(dc + dm / D)
    print("back through", len(dX), "rows")
    return np.array(dX), dg, db
