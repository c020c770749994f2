def scores(Q, K):
    Q *= 2
    return Q @ K.transpose(0, 1, 3, 2) / 2
