def unbroadcast(g, shape):
    total = g.copy()
    for axis, size in enumerate(shape):
        if size == 1:
            total = total.sum(axis=axis, keepdims=True)
    while total.ndim > len(shape):
        total = total.sum(axis=-1)
    return total
