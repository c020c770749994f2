def matmul_backward(G, A, B):
    return B.T @ G, A.T @ G
