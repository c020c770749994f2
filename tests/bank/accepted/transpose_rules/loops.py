import numpy as np


def transpose(A):
    B = []
    for j in range(len(A[0])):
        B.append([])
        for i in range(len(A)):
            B[j].append(A[i][j])
    return B


def product_transposed(A, B):
    if A.shape[1] != len(B):
        raise ValueError
    At = np.array(transpose(A.tolist()))
    Bt = np.array(transpose(B.tolist()))
    return np.einsum("nk,km->nm", Bt, At)
