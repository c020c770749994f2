def unbroadcast(g, shape):
    extra = g.ndim - len(shape)
    total = g.sum(axis=tuple(range(extra)))  # a new array, whatever there is to add up
    for axis, size in enumerate(shape):
        if size == 1:
            total = total.sum(axis=axis, keepdims=True)
    return total
