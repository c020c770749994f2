def axpy(alpha, x, y):
    if x.shape != y.shape:
        raise ValueError
    return int(alpha) * x + y
