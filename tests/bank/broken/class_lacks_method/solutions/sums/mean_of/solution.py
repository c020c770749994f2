def mean_of(numbers):
    if not len(numbers):
        raise ValueError("the mean of no numbers")
    return sum(numbers) / len(numbers)


def Running(start=0.0):
    return start
