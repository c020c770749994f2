def grad_quadratic(A, b, x):
    n = len(x)
    out = []
    for k in range(n):
        s = 0.0
        for j in range(n):
            s += float(A[k][j]) * float(x[j])
            s += float(A[j][k]) * float(x[j])
        out.append(0.5 * s + float(b[k]))
    return out
