def matmul(A, B):
    if len(A[0]) != len(B):
        raise ValueError("shapes do not fit")
    B[:] = [list(column) for column in zip(*B, strict=True)]
    C = []
    for row in A:
        C.append([sum(a * b for a, b in zip(row, column, strict=True)) for column in B])
    return C
