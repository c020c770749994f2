def collapse(layers):
    if not layers:
        raise ValueError("no layers")
    if len(layers) == 1:
        return layers[0]
    (W1, b1), (W2, b2) = layers[0], layers[1]
    return W1 @ W2, b1 @ W2 + b2
