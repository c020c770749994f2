from math import sqrt


def tangent_basis(grad):
    """Row k: along the first k entries of the gradient (largest first), balanced by entry k."""
    import numpy as np

    n = len(grad)
    order = sorted(range(n), key=lambda i: -abs(grad[i]))
    biggest = abs(float(grad[order[0]]))
    g = [float(grad[i]) / biggest for i in order]

    rows = []
    done = g[0] * g[0]  # sum of the squares so far, at least 1
    for k in range(1, n):
        total = done + g[k] * g[k]
        scale = sqrt(done) * sqrt(total)
        row = [0.0] * n
        for i in range(k):
            row[order[i]] = g[i] * g[k] / scale
        row[order[k]] = -done / scale
        rows.append(row)
        done = total
    return np.array(rows)
