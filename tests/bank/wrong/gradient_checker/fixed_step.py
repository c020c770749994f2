import numpy as np


def check_gradient(f, grad, x) -> list[dict]:
    x = np.array(x, dtype=float)
    claim = np.array(grad(x.copy()), dtype=float).ravel()
    f0 = float(f(x.copy()))
    rows = []
    for i in range(x.size):

        def at(d):
            p = x.copy()
            p.ravel()[i] += d  # noqa: B023
            return float(f(p))

        h = 1e-5
        values = [at(h), at(-h), at(h / 2), at(-h / 2)]
        if not np.all(np.isfinite(values + [f0])):
            rows.append({"verdict": "unresolved", "numeric": float("nan"), "error": float("inf")})
            continue
        r1, l1 = (values[0] - f0) / h, (f0 - values[1]) / h
        r2, l2 = (values[2] - f0) / (h / 2), (f0 - values[3]) / (h / 2)
        c1, c2 = (r1 + l1) / 2, (r2 + l2) / 2
        gap1, gap2 = abs(r1 - l1), abs(r2 - l2)
        rounding = 4e-15 * max(abs(f0), *np.abs(values)) / h
        error = abs(c1 - c2) + rounding
        if gap2 > 0.75 * gap1 and gap2 > rounding and gap2 > 0.05 * max(abs(r2), abs(l2)):
            verdict = "unresolved" if gap2 > 1.5 * gap1 else "kink"
        elif abs(c1 - c2) > 0.01 * max(abs(c1), abs(c2)) and abs(c1 - c2) > rounding:
            verdict = "unresolved"
        elif abs(claim[i] - c2) <= error + 1e-3 * max(abs(c2), abs(claim[i])):
            verdict = "pass"
        else:
            verdict = "wrong"
        rows.append({"verdict": verdict, "numeric": c2, "error": error})
    return rows
