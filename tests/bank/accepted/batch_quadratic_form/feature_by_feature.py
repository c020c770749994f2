def quadratic_forms(X, A):
    total = 0.0
    for i in range(len(A)):
        for j in range(len(A)):
            total = total + A[i, j] * X[:, i] * X[:, j]
    return total
