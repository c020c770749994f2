def mse_and_grads(X, y, w, b):
    n, d = X.shape
    if y.shape != (n,):
        raise ValueError("y must be flat")
    loss, dw, db = 0.0, [0.0] * d, 0.0
    for i in range(n):
        p = float(b)
        for j in range(d):
            p += float(X[i, j]) * float(w[j])
        r = p - float(y[i])
        loss += r * r / n
        db += 2 * r / n
        for j in range(d):
            dw[j] += 2 * r * float(X[i, j]) / n
    return loss, dw, db
