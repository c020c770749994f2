def poly_derivative(c):
    for number in c:
        if not isinstance(number, (int, float)):
            raise TypeError("no number")
    if len(c) == 1:
        return [0]
    result = []
    for k in range(1, len(c)):
        if c[k] != 0:
            result.append(k * c[k])
    return result
