import math


def mse_and_grads(X, y, w, b):
    if list(y.shape) != [len(X)]:
        raise ValueError(f"y has shape {y.shape}")
    rows, targets, weights = X.tolist(), y.tolist(), w.tolist()
    misses = [
        math.fsum(x * k for x, k in zip(row, weights, strict=True)) + float(b) - target
        for row, target in zip(rows, targets, strict=True)
    ]
    n = len(misses)
    dw = [
        2 * math.fsum(r * row[j] for r, row in zip(misses, rows, strict=True)) / n
        for j in range(len(weights))
    ]
    return math.fsum(r * r for r in misses) / n, dw, 2 * math.fsum(misses) / n
