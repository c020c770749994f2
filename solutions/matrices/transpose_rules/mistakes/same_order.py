def transpose(A):
    return [list(column) for column in zip(*A, strict=True)]


def product_transposed(A, B):
    if A.shape[1] != B.shape[0]:
        raise ValueError("inner sizes differ")
    return A.T @ B.T
