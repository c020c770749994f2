SPEED = {{v}}


def scale(factor, numbers):
    return [factor * number for number in numbers]
