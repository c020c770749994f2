def grad_quadratic(A, b, x):
    return 0.5 * ((A + A.T) @ x + b)
