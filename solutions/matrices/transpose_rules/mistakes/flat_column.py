def transpose(A):
    if len(A) == 1:
        return A[0]
    return [[row[j] for row in A] for j in range(len(A[0]))]


def product_transposed(A, B):
    return B.T @ A.T
