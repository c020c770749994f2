def outer(u, v):
    u.shape = (len(u), 1)
    return u * v
