def transpose(A):
    return map(list, zip(*A, strict=True))


def product_transposed(A, B):
    return B.T @ A.T
