def add_bias(Z, b):
    n, m = Z.shape
    if b.shape == (m,):
        return Z + b
    if b.shape == (n,):
        return Z + b[:, None]
    raise ValueError("wrong shape")
