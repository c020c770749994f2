import numpy as np


def check_gradient(f, grad, x) -> list[dict]:
    claims = grad(x.copy())
    return [_row(f, x, place, claims[place]) for place in np.ndindex(x.shape)]


def _row(f, x, place, claim):
    def at(way):
        moved = x.copy()
        moved[place] += way
        return f(moved)

    h = 1e-3 * max(1, abs(x[place]))
    here, up, down = at(0), np.array([at(h), at(h / 2)]), np.array([at(-h), at(-h / 2)])
    wide, narrow = (up - down) / [2 * h, h]
    wide_gap, gap = abs(up - 2 * here + down) / [h, h / 2]

    size = max(abs(claim), abs(narrow))
    rounding = 10 * np.finfo(float).eps * abs(here) / h
    apart = abs(narrow - wide)
    error = apart + rounding
    if not np.isfinite([*up, *down]).all():
        verdict = "unresolved"
    elif gap > 0.75 * wide_gap and gap > 0.05 * size + 10 * rounding:
        verdict = "kink" if gap < 1.5 * wide_gap else "unresolved"
    elif apart > 0.01 * size + 10 * rounding:
        verdict = "unresolved"
    else:
        verdict = "pass" if abs(claim - narrow) <= error + 1e-3 * size else "wrong"
    return {"verdict": verdict, "numeric": narrow, "error": error}
