def add_bias(Z, b):
    if b.size != Z.shape[1]:
        raise ValueError("wrong size")
    return Z + b.ravel()
