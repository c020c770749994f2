def collapse(layers):
    if not layers:
        raise ValueError("no layers")
    W, b = layers.pop(0)
    while layers:
        V, c = layers.pop(0)
        W, b = W @ V, b @ V + c
    return W, b
