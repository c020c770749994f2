def transpose(A):
    n = len(A)
    return [[A[i][j] for i in range(n)] for j in range(n)]


def product_transposed(A, B):
    return B.T @ A.T
