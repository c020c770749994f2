def halve(factor, numbers):
    raise NotImplementedError
