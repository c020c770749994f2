def add_on(numbers, start=0.0):
    return 1
