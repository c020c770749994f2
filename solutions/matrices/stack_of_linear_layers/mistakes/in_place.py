def collapse(layers):
    if not layers:
        raise ValueError("no layers")
    W, b = layers[0]
    for V, c in layers[1:]:
        b = b @ V
        b += c
        if W.shape == (W @ V).shape:
            W[:] = W @ V
        else:
            W = W @ V
    return W, b
