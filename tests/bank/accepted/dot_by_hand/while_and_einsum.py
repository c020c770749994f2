import numpy


def dot_loop(u: numpy.ndarray, v: numpy.ndarray) -> numpy.float64:
    if u.size != v.size:
        raise ValueError
    i, total = 0, numpy.float64(0)
    while i < u.size:
        total = total + numpy.float64(u[i]) * numpy.float64(v[i])
        i += 1
    return total


def dot_vec(u: numpy.ndarray, v: numpy.ndarray) -> numpy.float64:
    if u.size != v.size:
        raise ValueError
    return numpy.einsum("i,i->", u, v, dtype=numpy.float64)
