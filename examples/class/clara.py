import numpy as np
print("clara's solutions, numpy", np.__version__)

def dot_loop(u, v):
    s = 0.0
    for idx in range(u.shape[0]):
        s += float(u[idx]) * float(v[idx])
    return s

def dot_vec(u, v):
    assert_same = u.shape[0] == v.shape[0]
    if not assert_same:
        raise ValueError("shapes")
    return np.sum(u * v, dtype=float) if u.dtype == float else dot_vec(u.astype(float), v.astype(float))

def linear(X, W, b):
    # put every picture into a column, then turn the whole thing
    N = X.shape[0]
    pictures = np.reshape(X, (X.size // N, N))
    flat = np.transpose(pictures)
    return flat @ W + b

def mse_and_grads(X, y, w, b):
    if y.ndim != 1 or y.size != X.shape[0]:
        raise ValueError("y")
    # J = 1/(2n) * sum of squares, as in the other course (the 2 cancels, nicer!)
    n = X.shape[0]
    h = X @ w + b
    J = np.sum((h - y) ** 2) / (2 * n)
    return J, (h - y) @ X / n, np.sum(h - y) / n

def two_layer(X, y, W1, b1, W2, b2):
    cache = forward(X, W1, b1, W2, b2)
    return backward(X, y, W2, *cache)

def forward(X, W1, b1, W2, b2):
    pre = X @ W1 + b1
    act = pre.clip(min=0)
    out = act @ W2 + b2
    return pre, act, softmax(out, axis=1)

def backward(X, y, W2, pre, act, probs):
    n = X.shape[0]
    loss = -np.log(probs[np.arange(n), y]).mean()
    d_out = probs - np.eye(probs.shape[1])[y]
    d_out = d_out / n
    d_act = d_out @ W2.T
    d_pre = np.where(pre > 0, d_act, 0.0)
    return loss, {"W2": act.T @ d_out, "b2": d_out.sum(axis=0),
                  "W1": X.T @ d_pre, "b1": d_pre.sum(axis=0)}

def softmax(Z, axis=-1):
    shifted = Z - np.max(Z, axis=axis, keepdims=True)
    weights = np.exp(shifted)
    total = weights.sum(axis=axis, keepdims=True)
    return weights / total
