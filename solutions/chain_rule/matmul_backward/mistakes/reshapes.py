def matmul_backward(G, A, B):
    return G @ B.T, (G.T @ A).reshape(B.shape)
