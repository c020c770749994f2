def linear(X, W, b):
    rows = X.reshape(len(X), -1)
    if rows.shape[1] != W.shape[0]:
        raise ValueError
    return rows @ (W + b / rows.shape[1])
