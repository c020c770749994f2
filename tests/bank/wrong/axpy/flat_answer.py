def axpy(alpha, x, y):
    if x.shape != y.shape:
        raise ValueError
    return alpha * x.ravel() + y.ravel()
