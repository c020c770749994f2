def matmul(A, B):
    if len(A[0]) != len(B):
        raise ValueError("shapes do not fit")
    C = [[0] * len(B[0]) for _ in range(len(A))]
    for i in range(len(A)):
        for j in range(len(B[0])):
            for k in range(len(B[0])):
                C[i][j] += A[i][k] * B[k][j]
    return C
