import numpy as np


def measure(f, x, place, h):
    def at(way):
        moved = x.copy()
        moved[place] += way
        return float(f(moved))

    middle = at(0.0)
    right, left = (at(h) - middle) / h, (middle - at(-h)) / h
    return right, left, abs(middle)


def verdict_of(f, x, place, claimed):
    h = 1e-3 * max(1.0, abs(x[place]))
    right1, left1, size = measure(f, x, place, h)
    right2, left2, _ = measure(f, x, place, h / 2)
    wide, narrow = (right1 + left1) / 2, (right2 + left2) / 2
    noise = 20 * 2.2e-16 * size / h
    numeric = (4 * narrow - wide) / 3
    gap1, gap2 = abs(right1 - left1), abs(right2 - left2)
    largest = max(abs(claimed), abs(numeric))
    if not np.isfinite([right1, left1, right2, left2]).all():
        verdict = "unresolved"
    elif gap2 > 0.7 * gap1 and gap2 > 5 * noise + 1e-3 * largest:
        verdict = "kink" if gap2 < 1.5 * gap1 else "unresolved"
    elif abs(wide - narrow) > 0.01 * largest and abs(wide - narrow) > 4 * noise:
        verdict = "unresolved"
    elif abs(claimed - numeric) <= abs(wide - narrow) + noise + 1e-3 * largest:
        verdict = "pass"
    else:
        verdict = "wrong"
    return {"verdict": verdict, "numeric": numeric, "error": abs(wide - narrow)}


def check_gradient(f, grad, x):
    claims = grad(x.copy())
    return [verdict_of(f, x, place, float(claims[place])) for place in np.ndindex(x.shape)]
