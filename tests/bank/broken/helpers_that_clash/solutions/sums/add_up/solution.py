def total(numbers):
    return sum(float(number) for number in numbers)


def add_up(numbers, start=0.0):
    return start + total(numbers)
