def _add(row, amount, other):
    return [r + amount * o for r, o in zip(row, other, strict=True)]


def matmul(A, B):
    C = []
    for row in A:
        if len(row) != len(B):
            raise ValueError("inner sizes differ")
        total = [0] * len(B[0])
        for amount, other in zip(row, B, strict=True):
            total = _add(total, amount, other)
        C.append(total)
    return C
