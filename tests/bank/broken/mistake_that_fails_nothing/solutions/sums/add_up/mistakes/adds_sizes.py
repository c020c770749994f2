def add_up(numbers, start=0.0):
    return start + sum(numbers)
