def matmul(A, B):
    C = []
    for row in A:
        new_row = []
        for column in zip(*B, strict=True):
            new_row.append(sum(a * b for a, b in zip(row, column, strict=False)))
        C.append(new_row)
    return C
