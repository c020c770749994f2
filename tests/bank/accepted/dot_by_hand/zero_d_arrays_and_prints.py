import numpy as np

print("loading")


def dot_loop(u, v, start=0.0, verbose=True):
    if np.shape(u) != np.shape(v):
        raise ValueError("shape")
    total = start
    for a, b in zip(np.array(u, dtype=np.float64), np.array(v, dtype=np.float64), strict=True):
        total += a * b
    if verbose:
        print("dot_loop:", u, v, "->", total)
    return np.array(total)


def dot_vec(u, v, /):
    if np.shape(u) != np.shape(v):
        raise ValueError("shape")
    return np.asarray((np.float64(1) * u * np.ones(len(v))).dot(v.astype(float)))


if __name__ == "__main__":
    print(dot_loop(np.ones(3), np.ones(3)))
