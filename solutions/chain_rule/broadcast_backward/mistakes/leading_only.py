def unbroadcast(g, shape):
    total = g.copy()
    while total.ndim > len(shape):
        total = total.sum(axis=0)
    return total
