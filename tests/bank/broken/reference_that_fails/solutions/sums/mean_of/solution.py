def mean_of(numbers):
    if len(numbers) < 2:
        raise ValueError("the mean of no numbers")
    return sum(numbers) / len(numbers)
