def matmul(A, B):
    if len(A[0]) != len(B):
        raise ValueError("shapes do not fit")
    C = []
    for i in range(len(A)):
        row = []
        for j in range(len(B[0])):
            row.append(sum(A[i][k] * B[k][j] for k in range(len(B))))
        if len(row) == 1:
            row = row[0]
        C.append(row)
    if len(C) == 1:
        C = C[0]
    return C
