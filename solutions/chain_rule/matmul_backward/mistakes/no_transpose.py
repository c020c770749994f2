def matmul_backward(G, A, B):
    return G @ B, A @ G
