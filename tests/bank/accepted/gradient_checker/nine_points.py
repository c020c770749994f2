import numpy as np

# Nine points around each entry. A polynomial through them gives the slope, what it leaves over
# is the noise. The step is an odd number on purpose: noise may have a period.
STEP = 2.3717e-3
T = np.arange(-4, 5) / 4.0


def _weights(points, degree):
    """row 0 gives the value at 0, row 1 the slope, of the fitted polynomial"""
    return np.linalg.pinv(np.vander(points, degree + 1, increasing=True))


FIT4, FIT6 = _weights(T, 4), _weights(T, 6)
SIDE = _weights(T[5:], 2)  # four points on one side, without the middle
SIDE0 = _weights(T[4:], 2)  # with the middle


def _leftover(fit, points, v):
    degree = fit.shape[0] - 1
    return v - np.vander(points, degree + 1, increasing=True) @ (fit @ v)


def _judge(f, x, i, claim):
    s = max(1.0, abs(x.flat[i]))
    values, where = np.empty(9), np.empty(9)
    for k, t in enumerate(T):
        point = x.copy()
        point.flat[i] += 4 * t * STEP * s
        where[k] = point.flat[i]
        values[k] = float(f(point))

    if not np.all(np.isfinite(values)):
        return dict(verdict="unresolved", numeric=float("nan"), error=float("inf"))

    width = (where[8] - where[0]) / 2  # T is measured in this
    biggest = np.max(np.abs(values))
    v = values - values[4]
    spread = v.max() - v.min()

    if spread == 0.0:  # flat as far as anybody can see
        unseen = 4e-7 * biggest / width
        if abs(claim) <= 1e-14 * biggest / width or claim == 0:
            verdict = "pass"
        else:
            verdict = "unresolved" if abs(claim) < unseen else "wrong"
        return dict(verdict=verdict, numeric=0.0, error=1e-15 * biggest / width)

    with np.errstate(over="ignore"):
        single = bool(np.all(values.astype(np.float32) == values))
    unit = 2.4e-7 if single else 9e-16
    rounding = unit * biggest

    # one side at a time
    right, left = v[5:], v[3::-1]
    r_start, r_slope, _ = SIDE @ right
    l_start, l_slope, _ = SIDE @ left
    left_over = np.concatenate([_leftover(SIDE, T[5:], right), _leftover(SIDE, T[5:], left)])
    noise = max(rounding, 3 * np.sqrt(np.sum(left_over**2) / 2))
    steepest = max(abs(r_slope), abs(l_slope))
    jump = max(abs(r_start), abs(l_start), abs(r_start - l_start))
    numeric = float((FIT4 @ v)[1] / width)
    if jump > 0.005 * steepest + 15 * noise:
        return dict(verdict="unresolved", numeric=numeric, error=float("inf"))

    r_slope, l_slope = (SIDE0 @ v[4:])[1], -(SIDE0 @ v[4::-1])[1]
    gap = abs(r_slope - l_slope)
    if gap > 0.25 * max(abs(r_slope), abs(l_slope)) + 30 * noise:
        return dict(verdict="kink", numeric=numeric, error=float(gap / width))

    # no kink and no jump: all nine points together
    sigma = np.sqrt(np.sum(_leftover(FIT4, T, v) ** 2) / 4)
    steps = np.abs(np.diff(v))
    if np.any(steps == 0):  # a staircase: f has too few digits to see every step
        rounding = max(rounding, steps[steps > 0].min())
    finer = (FIT6 @ v)[1] / width
    error = 2 * abs(finer - numeric) + (4 * rounding + 8 * sigma) / width + 1e-12 * abs(numeric)
    error = float(error)
    result = dict(verdict="unresolved", numeric=numeric, error=error)
    if error > 0.25 * abs(numeric) and error * 2 * width > 1e-6 * spread:
        return result
    allowed = error + 1e-3 * max(abs(numeric), abs(claim))
    result["verdict"] = "pass" if abs(claim - numeric) <= allowed else "wrong"
    return result


def check_gradient(f, grad, x) -> list[dict]:
    x = np.array(x, dtype=float)
    claims = np.array(grad(x.copy()), dtype=float).ravel()
    return [_judge(f, x, i, float(claims[i])) for i in range(x.size)]
