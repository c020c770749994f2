def matmul_backward(G, A, B):
    dA = G @ B.T
    dB = A.T @ G
    A[:] = dA
    B[:] = dB
    return A, B
