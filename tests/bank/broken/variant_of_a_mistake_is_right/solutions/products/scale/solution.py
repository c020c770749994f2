def scale(factor, numbers):
    return [{{rate}} * factor * number for number in numbers]
