def scale(numbers, factor={{rate}}):
    return [factor * number for number in numbers]
