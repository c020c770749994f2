from numpy import add, einsum

print("quadratic!")


class Bowl:
    def __init__(self, A, b):
        self.S, self.b = 0.5 * add(A, A.T), b

    def slope(self, x):
        return einsum("ij,j->i", self.S, x) + self.b


grad_quadratic = lambda A, b, x: Bowl(A, b).slope(x)  # noqa: E731
