from numbers import Number


def poly_derivative(c: list[float]) -> list[float]:
    for one in c:
        if not isinstance(one, Number):
            raise TypeError(f"{one!r} is no number")

    def rest(k):
        return [] if k == len(c) else [float(k * c[k])] + rest(k + 1)

    return rest(1) if len(c) > 1 else [0]
