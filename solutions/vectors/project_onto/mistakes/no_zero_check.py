def project(v, u):
    shadow = v @ u / (u @ u) * u
    return shadow, v - shadow
