def matmul(A, B):
    if any(len(row) != len(B) for row in A):
        raise ValueError("no")
    return [
        [sum(a * b for a, b in zip(row, column, strict=True)) for column in zip(*B, strict=True)]
        for row in A
    ]
