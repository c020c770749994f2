def neumaier_sum(x):
    s = x[0]
    c = 0.0
    for v in x[1:]:
        t = s + v
        if abs(s) >= abs(v):
            c += (s - t) + v
        else:
            c += (v - t) + s
        s = t
    return s + c
