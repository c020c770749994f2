def grad_quadratic(A, b, x):
    A += A.T.copy()
    A /= 2
    return A @ x + b
