def neumaier_sum(x):
    s = 0.0
    c = 0.0
    for v in x:
        t = s + v
        c += (s - t) + v
        s = t
    return s + c
