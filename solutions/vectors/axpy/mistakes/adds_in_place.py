def axpy(alpha, x, y):
    if x.shape != y.shape:
        raise ValueError("the shapes differ")
    y += alpha * x
    return y
