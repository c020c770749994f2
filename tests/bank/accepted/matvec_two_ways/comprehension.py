def matvec_rows(A, x):
    if A.shape[1] != x.shape[0]:
        raise ValueError
    return [sum(a * b for a, b in zip(row, x, strict=True)) for row in A]


def matvec_cols(A, x):
    if A.shape[1] != x.shape[0]:
        raise ValueError
    return sum(b * column for b, column in zip(x, A.T, strict=True))
