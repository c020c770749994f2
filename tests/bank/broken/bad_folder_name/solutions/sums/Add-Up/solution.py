def median_of(numbers):
    return 1
