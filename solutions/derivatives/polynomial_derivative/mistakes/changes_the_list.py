def poly_derivative(c):
    for number in c:
        if not isinstance(number, (int, float)):
            raise TypeError("no number")
    if len(c) == 1:
        return [0]
    for k in range(len(c)):
        c[k] *= k
    return c[1:]
