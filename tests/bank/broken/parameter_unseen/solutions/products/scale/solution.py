SHIFT = {{shift}}


def scale(factor, numbers):
    return [factor * number for number in numbers]
