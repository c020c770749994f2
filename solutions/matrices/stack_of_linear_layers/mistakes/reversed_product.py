def collapse(layers):
    if not layers:
        raise ValueError("no layers")
    W, b = layers[0]
    for V, c in layers[1:]:
        W = V @ W
        b = b @ V + c
    return W, b
