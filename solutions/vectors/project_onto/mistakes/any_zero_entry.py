def project(v, u):
    if 0 in u:
        raise ValueError("u is zero")
    shadow = (v @ u) / (u @ u) * u
    return shadow, v - shadow
