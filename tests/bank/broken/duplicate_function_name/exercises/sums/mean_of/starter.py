def add_up(numbers):
    raise NotImplementedError
