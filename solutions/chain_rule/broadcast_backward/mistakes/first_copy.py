def unbroadcast(g, shape):
    total = g.copy()
    while total.ndim > len(shape):
        total = total[0]
    for axis, size in enumerate(shape):
        if size == 1:
            total = total.take([0], axis=axis)
    return total.copy()
