import numpy as np


def gram_schmidt(A):
    basis = []
    for column in A.T.tolist():
        for q in basis:
            c = sum(a * b for a, b in zip(column, q, strict=True))
            column = [a - c * b for a, b in zip(column, q, strict=True)]
        length = sum(a * a for a in column) ** 0.5
        basis.append([a / length for a in column])
    return np.array(basis).T
