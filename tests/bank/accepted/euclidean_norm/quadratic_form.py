def l2_norm(x):
    column = x.reshape(-1, 1)
    return (column.T @ column)[0, 0] ** 0.5
