def add_bias(Z, b):
    if b.shape != (Z.shape[1],):
        raise ValueError("wrong shape")
    Z += b
    return Z
