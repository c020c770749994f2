def matmul(A: list, B: list) -> list:
    """Return the matrix product A B as a list of m lists of n numbers.

    A: m rows of K numbers, a list of lists
    B: K rows of n numbers, a list of lists

    Raises ValueError if the rows of A are not as long as B has rows.
    """
    raise NotImplementedError
