def outer(u, v):
    return u[:, None] + v
