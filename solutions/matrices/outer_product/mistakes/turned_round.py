def outer(u, v):
    return v[:, None] * u[None, :]
