def unbroadcast(g, shape):
    total = g.copy()
    extra = g.ndim - len(shape)
    for axis, size in enumerate(shape):
        if size == 1:
            total = total.sum(axis=axis + extra, keepdims=True)
    return total
