def signed_distance(X, w, b):
    ww = w @ w
    if ww == 0:
        raise ValueError("no plane")
    foot = -b / ww * w
    n = w / ww**0.5
    return ((X - foot) * n).sum(axis=1).tolist()
