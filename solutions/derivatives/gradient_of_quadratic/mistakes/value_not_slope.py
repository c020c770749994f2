def grad_quadratic(A, b, x):
    return 0.5 * x @ A @ x + b @ x
