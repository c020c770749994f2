def matmul(A: list, B: list) -> list:
    m, K, n = len(A), len(B), len(B[0])
    if len(A[0]) != K:
        raise ValueError("sizes do not fit")
    C = [[0] * n] * m
    for i in range(m):
        for j in range(n):
            for k in range(K):
                C[i][j] += A[i][k] * B[k][j]
    return C
