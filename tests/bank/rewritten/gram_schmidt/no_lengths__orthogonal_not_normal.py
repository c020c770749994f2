def gram_schmidt(A):
    Q = A.astype(float)
    for k in range(A.shape[1]):
        for j in range(k):
            Q[:, k] -= (Q[:, k] @ Q[:, j]) / (Q[:, j] @ Q[:, j]) * Q[:, j]
    return Q
