def add_bias(Z, b):
    n, m = Z.shape
    if b.ndim != 1 or len(b) != m:
        raise ValueError
    return [[float(Z[i, j]) + float(b[j]) for j in range(m)] for i in range(n)]
