def describe_map(A):
    (a, b), (c, d) = A.tolist()
    area = a * d - b * c
    return {
        "flips": area < 0,
        "area": area,
        "corners": [(0, 0), (a, c), (a + b, c + d), (b, d)],
    }
