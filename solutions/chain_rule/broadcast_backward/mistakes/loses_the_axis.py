def unbroadcast(g, shape):
    extra = g.ndim - len(shape)
    axes = list(range(extra))
    for i in range(len(shape)):
        if shape[i] == 1 and g.shape[i + extra] > 1:
            axes.append(i + extra)
    return g.sum(axis=tuple(axes))
