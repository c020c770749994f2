def add_bias(Z, b):
    if b.shape != (Z.shape[1],):
        raise ValueError("wrong shape")
    return Z + b.reshape(-1, 1)
