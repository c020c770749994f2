"""Naive formulas of the course: each fails for its own reason; each good way of writing passes."""

import mpmath
import numpy as np
import pytest

from grader.numeric.stability import compare_exact

array = np.array


@pytest.fixture(autouse=True)
def numpy_is_quiet():
    with np.errstate(all="ignore"):
        yield


def each(f, xs):
    with mpmath.workdps(80):
        return [f(mpmath.mpf(float(x))) for x in xs]


def softmax(z):
    with mpmath.workdps(80):
        powers = [mpmath.exp(mpmath.mpf(float(x))) for x in z]
        return [p / mpmath.fsum(powers) for p in powers]


def logsumexp(z):
    with mpmath.workdps(80):
        return mpmath.log(mpmath.fsum(mpmath.exp(mpmath.mpf(float(x))) for x in z))


def norm(z):
    with mpmath.workdps(80):
        return mpmath.sqrt(mpmath.fsum(mpmath.mpf(float(x)) ** 2 for x in z))


def variance(z):
    with mpmath.workdps(80):
        xs = [mpmath.mpf(float(x)) for x in z]
        mean = mpmath.fsum(xs) / len(xs)
        return mpmath.fsum((x - mean) ** 2 for x in xs) / len(xs)


def elementwise(f):
    return lambda xs: each(f, xs)


def sigmoid(x):
    return 1 / (1 + mpmath.exp(-x))


SIGMOID = elementwise(sigmoid)
SOFTPLUS = elementwise(lambda x: mpmath.log1p(mpmath.exp(x)))
LOG1P = elementwise(mpmath.log1p)
EXPM1 = elementwise(mpmath.expm1)
ROOTS = elementwise(lambda x: mpmath.sqrt(x + 1) - mpmath.sqrt(x))
WORDS = {
    "overflow": "something on the way overflows",
    "underflow": "underflow",
    "cancellation": ("cancellation", "vanishes beside a large one"),
    "float32": "was computed in float32",
    "nan": "inf / inf or inf - inf (overflow), 0 / 0 (underflow)",
    "inf": "overflows, or the logarithm of 0",
}


def naive_softmax(z):
    return np.exp(z) / np.exp(z).sum()


def naive_roots(x):
    return np.sqrt(x + 1) - np.sqrt(x)


@pytest.mark.parametrize(
    ("naive", "exact", "x", "pattern"),
    [
        (naive_softmax, softmax, [1000, 1001], "nan"),
        (naive_softmax, softmax, [-1000, -1001], "nan"),
        (lambda x: np.exp(x) / (1 + np.exp(x)), SIGMOID, [800, 0.5], "nan"),
        (lambda x: 1 / (1 + np.exp(-x)), SIGMOID, [-720, 1], "underflow"),
        (lambda x: np.log(1 + np.exp(x)), SOFTPLUS, [800, 1], "overflow"),
        (lambda x: np.log(1 + np.exp(x)), SOFTPLUS, [-50, 1], "cancellation"),
        (lambda x: np.log(1 + np.exp(x)), SOFTPLUS, [-30, 1], "cancellation"),
        (lambda z: np.log(np.exp(z).sum()), logsumexp, [1000, 1001], "overflow"),
        (lambda z: np.log(np.exp(z).sum()), logsumexp, [-1000, -1001], "inf"),
        (lambda x: np.log(1 + x), LOG1P, [1e-10, 1e-5], "cancellation"),
        (lambda x: np.log(1 + x), LOG1P, [1e-20, 1], "cancellation"),
        (lambda x: np.exp(x) - 1, EXPM1, [1e-10, 1e-5], "cancellation"),
        (lambda x: np.exp(x) - 1, EXPM1, [1e-20, 1], "cancellation"),
        (naive_roots, ROOTS, [1e8, 3e8], "cancellation"),
        (naive_roots, ROOTS, [1e14], "cancellation"),
        (naive_roots, ROOTS, [1e17], "cancellation"),
        (lambda x: (x**2).mean() - x.mean() ** 2, variance, [1e6, 1e6 + 1, 1e6 + 2.5], None),
        (lambda x: np.sqrt((x**2).sum()), norm, [3e200, 4e200], "overflow"),
        (lambda x: np.sqrt((x**2).sum()), norm, [3e-200, 4e-200], "underflow"),
        (lambda x: np.sqrt((x**2).sum()), norm, [3e-160, 4e-160], "underflow"),
        (lambda x: naive_softmax(x.astype(np.float32)), softmax, [0.1, 0.7, 1.3], "float32"),
        (
            lambda x: naive_softmax(x.astype(np.float32)).astype(float),
            softmax,
            [0.1, 0.7, 1.3],
            "float32",
        ),
    ],
)
def test_a_naive_formula_is_told_why_it_fails(naive, exact, x, pattern):
    pattern = pattern or "cancellation"
    difference = compare_exact(naive(array(x, dtype=float)), exact(x))
    assert difference.pattern == pattern
    words = WORDS[pattern]
    assert any(word in difference.words for word in ([words] if isinstance(words, str) else words))
    others = {"overflow", "underflow", "cancellation"} - {pattern}
    if pattern in ("overflow", "underflow", "cancellation", "float32"):
        assert not any(other in difference.words for other in others)


def shifted(z):
    e = np.exp(z - z.max())
    return e / e.sum()


def by_logarithm(z):
    m = z.max()
    return np.exp(z - m - np.log(np.exp(z - m).sum()))


def halves(x):
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1, e) / (1 + e)


def masked(x):
    out = np.empty_like(x)
    at = x >= 0
    out[at] = 1 / (1 + np.exp(-x[at]))
    out[~at] = np.exp(x[~at]) / (1 + np.exp(x[~at]))
    return out


@pytest.mark.parametrize(
    ("f", "exact", "x", "ulps"),
    [
        (shifted, softmax, [1000, 1001, 1002], 8),
        (by_logarithm, softmax, [1000, 1001, 1002], 8),
        (shifted, softmax, [-1000, -1001, 3], 8),
        (halves, SIGMOID, [-720, -30, -1, 0, 1, 30, 800], 8),
        (masked, SIGMOID, [-720, -30, -1, 0, 1, 30, 800], 8),
        (lambda x: np.logaddexp(0, x), SOFTPLUS, [-50, -1, 0, 30, 800], 8),
        (
            lambda x: np.maximum(x, 0) + np.log1p(np.exp(-np.abs(x))),
            SOFTPLUS,
            [-50, -1, 0, 30, 800],
            8,
        ),
        (lambda z: z.max() + np.log(np.exp(z - z.max()).sum()), logsumexp, [1000, 1001], 8),
        (np.logaddexp.reduce, logsumexp, [-1000, -1001], 8),
        (np.log1p, LOG1P, [1e-20, 1e-10, 1], 8),
        (lambda x: 2 * np.arctanh(x / (2 + x)), LOG1P, [1e-20, 1e-10, 1], 8),
        (np.expm1, EXPM1, [1e-20, 1e-10, 1], 8),
        (
            lambda x: 2 * np.sinh(x / 2) * np.exp(x / 2),
            EXPM1,
            [1e-20, 1e-10, 1],
            8,
        ),
        (lambda x: 1 / (np.sqrt(x + 1) + np.sqrt(x)), ROOTS, [1.0, 1e8, 1e17], 8),
        (lambda x: ((x - x.mean()) ** 2).mean(), variance, [1e6, 1e6 + 1, 1e6 + 2.5], 8),
        (np.var, variance, [1e6, 1e6 + 1, 1e6 + 2.5], 8),
        (lambda x: x.max() * np.sqrt(((x / x.max()) ** 2).sum()), norm, [3e200, 4e200], 8),
        (lambda x: np.hypot(x[0], x[1]), norm, [3e-200, 4e-200], 8),
    ],
)
def test_each_stable_way_of_writing_it_passes(f, exact, x, ulps):
    assert compare_exact(f(array(x, dtype=float)), exact(x), ulps=ulps) is None


def test_where_all_digits_are_gone_no_cause_is_claimed():
    x = array([1e9, 1e9 + 1, 1e9 + 2.5])
    difference = compare_exact((x**2).mean() - x.mean() ** 2, variance(x))
    assert difference.words == "The value is wrong."


def test_an_error_as_float32_leaves_it_names_float32_beside_cancellation():
    x = np.exp(array([0.1, 0.2], np.float32)).astype(float) * array([1 / 3, 1 / 7])
    exact = [mpmath.exp(0.1) / 3, mpmath.exp(0.2) / 7]
    words = compare_exact(x, exact).words
    assert "as by float32, by cancellation (nearly equal numbers are subtracted), or by" in words
