def transpose(A):
    return [list(column) for column in zip(*A, strict=True)]


def product_transposed(A, B):
    return A @ B
