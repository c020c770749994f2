def mse_and_grads(X, y, w, b):
    n, d = X.shape
    if y.shape != (n,):
        raise ValueError("y")
    loss, dw, db = 0.0, [0.0] * d, 0.0
    for i in range(n):
        guess = b
        for j in range(d):
            guess += X[i][j] * w[j]
        miss = guess - y[i]
        loss += miss**2
        db += miss
        for j in range(d):
            dw[j] += miss * X[i][j]
    return loss / (2 * n), [slope / n for slope in dw], db / n
