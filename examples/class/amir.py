import numpy as np

# AMIR - exercise sheet 1
# (I checked everything with 2x2 matrices)


def dot_loop(u, v):
    result = 0.0
    for pair in zip(u, v):
        x, y = pair
        result = result + float(x) * float(y)
        # print(x, y, result)
    return result


def dot_vec(u, v):
    if np.size(u) != np.size(v):
        raise ValueError("cannot multiply vectors of different size")
    return np.matmul(u.astype(float), v.astype(float))


def linear(X, W, b):
    n = X.shape[0]
    X = X.reshape((n, X.size // n))
    return np.dot(W, X) + b


def mse_and_grads(X, y, w, b):
    if y.shape != (X.shape[0],):
        raise ValueError("y: one target per row please")
    prediction = X.dot(w) + b
    diff = prediction - y
    loss = np.mean(diff ** 2)
    # every example adds its part
    grad_w = np.zeros(w.shape)
    grad_b = 0.0
    for x_i, d_i in zip(X, diff):
        grad_w = grad_w + 2 * d_i * x_i
        grad_b = grad_b + 2 * d_i
    return loss, grad_w, grad_b


def two_layer(X, y, W1, b1, W2, b2):
    m = X.shape[0]
    # forward
    z1 = np.dot(X, W1) + b1
    a1 = np.maximum(z1, 0)
    z2 = np.dot(a1, W2) + b2
    exps = np.exp(z2)
    a2 = exps / np.sum(exps, axis=1, keepdims=True)
    cost = -np.sum(np.log(a2[np.arange(m), y])) / m
    # backward (like in the video)
    dz2 = a2.copy()
    dz2[np.arange(m), y] -= 1
    dW2 = np.dot(a1.T, dz2) / m
    db2 = np.sum(dz2, axis=0) / m
    dz1 = np.dot(dz2, W2.T) * (z1 > 0)
    dW1 = np.dot(X.T, dz1) / m
    db1 = np.sum(dz1, axis=0) / m
    return cost, {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}


def softmax(Z, axis=-1):
    # log-sum-exp trick
    c = Z.max(axis=axis, keepdims=True)
    lse = c + np.log(np.exp(Z - c).sum(axis=axis, keepdims=True))
    return np.exp(Z - lse)
