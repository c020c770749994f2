def halve(factor, numbers):
    return 1
