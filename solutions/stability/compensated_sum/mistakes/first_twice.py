def neumaier_sum(x):
    if len(x) == 0:
        return 0.0
    s = x[0]
    c = 0.0
    for v in x:
        t = s + v
        if abs(s) >= abs(v):
            c += (s - t) + v
        else:
            c += (v - t) + s
        s = t
    return s + c
