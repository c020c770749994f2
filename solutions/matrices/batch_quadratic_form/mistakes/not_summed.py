def quadratic_forms(X, A):
    return X @ A * X
