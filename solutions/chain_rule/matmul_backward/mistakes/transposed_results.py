def matmul_backward(G, A, B):
    return B @ G.T, G.T @ A
