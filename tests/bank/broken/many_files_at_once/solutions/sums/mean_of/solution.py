def mean(numbers):
    return 1
