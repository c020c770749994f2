def grad_quadratic(A, b, x):
    return A.T @ x + b
