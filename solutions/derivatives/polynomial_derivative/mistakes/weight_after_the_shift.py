def poly_derivative(c):
    for number in c:
        if not isinstance(number, (int, float)):
            raise TypeError("no number")
    if len(c) == 1:
        return [0]
    return [k * number for k, number in enumerate(c[1:])]
