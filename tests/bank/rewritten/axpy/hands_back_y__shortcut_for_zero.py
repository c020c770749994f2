def axpy(alpha, x, y):
    if x.shape != y.shape:
        raise ValueError
    if alpha == 0:
        return y
    return alpha * x + y
