def add_up(numbers, start=0.0)
    return start + sum(abs(number) for number in numbers)
