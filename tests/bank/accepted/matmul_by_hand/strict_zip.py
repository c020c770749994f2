def _dot(row, column):
    # strict: zip itself raises ValueError if row and column differ in length
    return sum(a * b for a, b in zip(row, column, strict=True))


def matmul(A: list, B: list) -> list:
    columns = list(zip(*B))
    return [[_dot(row, column) for column in columns] for row in A]
