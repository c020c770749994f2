def poly_derivative(c):
    for number in c:
        if not isinstance(number, (int, float)):
            raise TypeError("no number")
    result = []
    for k in range(1, len(c)):
        result.append(k * c[k])
    return result
