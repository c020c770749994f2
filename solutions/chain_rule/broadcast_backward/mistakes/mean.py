def unbroadcast(g, shape):
    total = g.copy()
    while total.ndim > len(shape):
        total = total.mean(axis=0)
    for axis, size in enumerate(shape):
        if size == 1:
            total = total.mean(axis=axis, keepdims=True)
    return total
