import sys
import numpy as np

# Felix. A script, run with: python felix.py


def die(message):
    print("ERROR:", message)
    sys.exit(1)


def dot_loop(u, v):
    if len(u) != len(v):
        die("u and v have different lengths")
    total = 0.0
    for i in range(len(u)):
        total += float(u[i]) * float(v[i])
    return total


def dot_vec(u, v):
    if len(u) != len(v):
        die("u and v have different lengths")
    return np.dot(u.astype(float), v.astype(float))


def linear(X, W, b):
    D = W.shape[0]
    return X.reshape(-1, D) @ W + b


def mse_and_grads(X, y, w, b):
    if y.shape != (len(X),):
        raise ValueError("shape of y")
    e = X @ w + b - y
    # gradients as one matrix product
    both = np.column_stack((X, np.ones(len(X)))).T @ e * 2 / len(X)
    return np.mean(e**2), both[:-1], both[-1]


def two_layer(X, y, W1, b1, W2, b2):
    Z = X @ W1 + b1
    H = np.maximum(Z, 0)
    P = softmax(H @ W2 + b2, axis=1)
    loss = -np.log(P[np.arange(len(X)), y]).mean()
    P[np.arange(len(X)), y] -= 1
    P /= len(X)
    dZ = (P @ W2.T) * (Z > 0)
    # returns a tuple, not a dict: easier to unpack
    return loss, (X.T @ dZ, dZ.sum(axis=0), H.T @ P, P.sum(axis=0))


def softmax(Z, axis=-1):
    E = np.exp(Z - Z.max(axis=axis, keepdims=True))
    return E / E.sum(axis=axis, keepdims=True)


if __name__ == "__main__":
    print(softmax(np.array([[1.0, 2.0], [3.0, 4.0]])))
