def gram_schmidt(A):
    W = A.copy()
    for k in range(A.shape[1]):
        for j in range(k):
            q = W[:, j]
            W[:, k] -= (W[:, k] @ q) / (q @ q) * q
    return W
