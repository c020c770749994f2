def total(numbers):
    return sum(numbers)


def mean_of(numbers):
    if not len(numbers):
        raise ValueError("the mean of no numbers")
    return total(numbers) / len(numbers)
