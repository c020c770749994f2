def scale(factor, numbers):
    return [2 * factor * number for number in numbers]
