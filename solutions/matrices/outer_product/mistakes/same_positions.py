def outer(u, v):
    return u * v
