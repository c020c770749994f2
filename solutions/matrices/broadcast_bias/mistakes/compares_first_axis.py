def add_bias(Z, b):
    if len(b) != Z.shape[1]:
        raise ValueError("wrong length")
    return Z + b
