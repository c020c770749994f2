import numpy as np


def total_derivative(path_slopes):
    grad = np.zeros(())
    for path in path_slopes:
        grad += np.prod(np.asarray(path, dtype=float))
    print("the sum of", len(path_slopes), "paths is", grad)
    return grad
