def matmul(A: list, B: list) -> list:
    """Return the matrix product A B as a list of m lists of n numbers."""
    m, K, n = len(A), len(B), len(B[0])
    if len(A[0]) != K:
        raise ValueError(f"the rows of A have {len(A[0])} entries, but B has {K} rows")
    C = [[0.0] * n for _ in range(m)]  # a new list for every row
    for i in range(m):
        for j in range(n):
            for k in range(K):
                C[i][j] += A[i][k] * B[k][j]
    return C
