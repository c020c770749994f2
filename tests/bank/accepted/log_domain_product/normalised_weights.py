import numpy as np


def log_likelihood(p: np.ndarray) -> float:
    return float(np.add.reduce(np.log(p)))


def log_mixture(logw: np.ndarray, logp: np.ndarray) -> float:
    weights = np.exp(logw - np.max(logw))
    weights = weights / weights.sum()
    alive = np.isfinite(logw + logp)
    if not alive.any():
        return -np.inf
    terms = logw[alive] + logp[alive]
    top = terms.max()
    norm = np.max(logw) + np.log(np.exp(logw - np.max(logw)).sum())
    return float(top - norm + np.log(np.exp(terms - top).sum()))
