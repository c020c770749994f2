def transpose(A):
    m, n = len(A), len(A[0])
    if m != n:
        return [[A[i][j] for i in range(m)] for j in range(n)]
    for i in range(n):
        for j in range(i):
            A[i][j], A[j][i] = A[j][i], A[i][j]
    return A


def product_transposed(A, B):
    return B.T @ A.T
