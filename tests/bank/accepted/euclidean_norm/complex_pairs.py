def l2_norm(x):
    length = 0.0
    for entry in x.tolist():
        length = abs(complex(length, entry))
    return length
