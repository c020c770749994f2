from collections import OrderedDict

import numpy as np


class BadGradient(ValueError):
    pass


def _norm(values) -> float:
    values = np.asarray(values, dtype=float)
    if np.isnan(values).any() or np.isinf(values).any():
        raise BadGradient(values)
    scale = np.abs(values).max()
    return scale and scale * np.linalg.norm(values.reshape(-1) / scale)


def clip(grads: dict, c: float) -> tuple[dict, float]:
    norm = _norm([_norm(g) for g in grads.values()])
    shrink = 1.0 if norm <= c else c / norm
    return OrderedDict((k, (v * shrink).tolist()) for k, v in grads.items()), norm
