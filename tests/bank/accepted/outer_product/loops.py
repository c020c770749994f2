def outer(u, v):
    return [[a * b for b in v] for a in u]
