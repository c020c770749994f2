def layernorm(X, g, b, eps):
    mu = X.mean(axis=1, keepdims=True)
    std = X.std(axis=1, keepdims=True) + eps
    xh = (X - mu) / std
    return g * xh + b, (xh, std, g)


def layernorm_backward(dY, cache):
    xh, std, g = cache
    d = dY * g
    dX = (d - d.mean(1, keepdims=True) - xh * (d * xh).mean(1, keepdims=True)) / std
    return dX, (dY * xh).sum(0), dY.sum(0)
