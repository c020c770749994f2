def matmul(A, B):
    n = len(A)
    if len(A[0]) != len(B):
        raise ValueError("shapes do not fit")
    C = [[0] * n for _ in range(n)]
    for i in range(n):
        for j in range(n):
            for k in range(n):
                C[i][j] += A[i][k] * B[k][j]
    return C
