def matmul(A, B):
    if len(A[0]) != len(B):
        raise ValueError("shapes do not fit")
    C = []
    for i in range(len(A)):
        row = []
        for j in range(len(B[0])):
            row.append(A[i][j] * B[i][j])
        C.append(row)
    return C
