def axpy(alpha, x, y):
    if len(x) != len(y):
        raise ValueError("the lengths differ")
    return alpha * x + y
