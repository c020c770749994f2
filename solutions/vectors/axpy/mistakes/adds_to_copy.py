def axpy(alpha, x, y):
    if x.shape != y.shape:
        raise ValueError("the shapes differ")
    result = y.copy()
    result += alpha * x
    return result
