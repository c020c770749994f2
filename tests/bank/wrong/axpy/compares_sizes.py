def axpy(alpha, x, y):
    if x.size != y.size:
        raise ValueError
    return alpha * x + y
