import math

import numpy as np


def gram_schmidt(A):
    basis = []
    for a in A.T:
        w = a.astype(float)
        for _ in range(2):
            shadows = [float(w @ q) for q in basis]
            for s, q in zip(shadows, basis, strict=False):
                w = w - s * q
        basis.append(w / math.sqrt(float(w @ w)))
    return np.column_stack(basis)
