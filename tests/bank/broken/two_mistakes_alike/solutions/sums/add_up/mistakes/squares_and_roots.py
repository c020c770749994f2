def add_up(numbers, start=0.0):
    return start + sum((number * number) ** 0.5 for number in numbers)
