def quadratic_forms(X, A):
    pushed = X @ A
    X *= pushed
    return X.sum(axis=1)
