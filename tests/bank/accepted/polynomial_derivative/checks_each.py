from numbers import Number


def poly_derivative(c: list[float]) -> list[float]:
    for number in c:
        if not isinstance(number, Number):
            raise TypeError(f"{number!r} is not a number")
    if len(c) == 1:
        return [0]
    result = []
    for k in range(1, len(c)):
        result.append(k * c[k])
    return result
