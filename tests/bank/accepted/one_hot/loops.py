def one_hot(y, n_classes):
    rows = []
    for label in y:
        if label not in range(n_classes):
            raise ValueError(f"no class {label}")
        row = [0.0] * n_classes
        row[label] = 1.0
        rows.append(row)
    return rows


def decode(H):
    labels = []
    for row in H.tolist():
        if sorted(row) != [0] * (len(row) - 1) + [1]:
            raise ValueError("not one-hot")
        labels.append(row.index(1))
    return labels
