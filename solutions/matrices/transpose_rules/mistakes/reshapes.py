def transpose(A):
    m, n = len(A), len(A[0])
    flat = [a for row in A for a in row]
    return [flat[j * m : (j + 1) * m] for j in range(n)]


def product_transposed(A, B):
    return B.T @ A.T
