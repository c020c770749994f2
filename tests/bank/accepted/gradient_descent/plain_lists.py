def descend(grad, x0, lr, steps):
    import numpy as np

    point = [float(v) for v in x0]
    path = [list(point)]
    k = 0
    while k < steps:
        slope = grad(np.array(point))
        for i in range(len(point)):
            point[i] = point[i] - lr * float(slope[i])
        print("step", k, point)
        path.append(list(point))
        k += 1
    return path
