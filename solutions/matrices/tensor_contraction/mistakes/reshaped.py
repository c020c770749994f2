def scores(Q, K):
    B, H, m, d = K.shape
    return Q @ K.reshape(B, H, d, m)
