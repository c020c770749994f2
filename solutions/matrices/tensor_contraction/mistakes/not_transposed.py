def scores(Q, K):
    return Q @ K
