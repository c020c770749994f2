import math

import mpmath
import numpy as np

from grader.judge.expect import expect, expect_array, expect_close, expect_unchanged
from grader.judge.remembered import remembered

NEVER = -np.inf


@remembered
def exact_likelihood(p):
    with mpmath.workdps(40):
        if any(one == 0 for one in p):
            return NEVER
        return float(mpmath.fsum(mpmath.log(mpmath.mpf(float(one))) for one in p))


@remembered
def exact_mixture(logw, logp):
    with mpmath.workdps(60):
        w = [mpmath.exp(mpmath.mpf(float(a))) for a in logw]
        terms = [a * mpmath.exp(mpmath.mpf(float(b))) for a, b in zip(w, logp, strict=True)]
        total = mpmath.fsum(terms)
        return NEVER if total == 0 else float(mpmath.log(total / mpmath.fsum(w)))


def expect_likelihoods(student, inputs):
    for p, value in zip(inputs, student.log_likelihood.map(inputs), strict=True):
        right = exact_likelihood(p)
        expect_close(expect_array(value, ()), right, rtol=1e-10, atol=1e-10)


def expect_mixtures(student, inputs):
    for (logw, logp), value in zip(inputs, student.log_mixture.map(inputs), strict=True):
        finite = [abs(one) for one in (*logw, *logp) if math.isfinite(one)]
        atol = 1e-10 * max(1.0, *finite)
        expect_close(expect_array(value, ()), exact_mixture(logw, logp), atol=atol)


def probabilities(rng, n):
    return rng.integers(1, 100, size=n) / 100


def logs(rng, k):
    """Different quarters from -6 to 0."""
    return -rng.permutation(25)[:k] / 4


def test_likelihood(student, rng):
    expect_likelihoods(student, [probabilities(rng, n) for n in (3, 1, 2, 6)])


def test_long_sequences(student, rng):
    tenths = np.full(2000, 0.1)
    expect_likelihoods(student, [tenths, probabilities(rng, 1500), np.full(10_000, 0.999)])
    expect_likelihoods(student, [np.array([1e-300, 1e-300, float(rng.integers(1, 9)) / 10])])


def test_zero_in_a_sequence(student, rng):
    p = probabilities(rng, 4)
    p[rng.integers(4)] = 0.0
    expect_likelihoods(student, [p, np.zeros(1), np.append(p, 1.0), np.ones(3)])


def test_mixture(student, rng):
    expect_mixtures(student, [(logs(rng, k), logs(rng, k)) for k in (2, 3, 5)])
    w = rng.integers(1, 10, size=4) / 10
    expect_mixtures(
        student, [(np.log(w / w.sum()), logs(rng, 4)), (logs(rng, 1) + 2.0, logs(rng, 1))]
    )


def test_far_below_zero(student, rng):
    for shift in (-1000.0, -1e5, 900.0):
        expect_mixtures(student, [(logs(rng, 3), logs(rng, 3) + min(shift, 0.0))])
        expect_mixtures(student, [(logs(rng, 3) + shift, logs(rng, 3))])
    expect_mixtures(student, [(np.array([0.0, -900.0]), np.array([-1500.0, -5.0]))])


def test_zeros_in_a_mixture(student, rng):
    a, b = logs(rng, 2)
    expect_mixtures(
        student,
        [
            (np.array([a, b]), np.array([NEVER, b])),
            (np.array([NEVER, b]), np.array([a, b])),
            (np.array([a, b]), np.array([NEVER, NEVER])),
            (np.array([NEVER, b]), np.array([a, NEVER])),
            (np.array([a]), np.array([NEVER])),
        ],
    )


def test_relations(student, rng):
    logw, logp, p = logs(rng, 4), logs(rng, 4), probabilities(rng, 6)
    order = np.array([2, 0, 3, 1])
    mixed, shuffled, heavier, likelier = (
        float(expect_array(v, ()))
        for v in student.log_mixture.map(
            [(logw, logp), (logw[order], logp[order]), (logw + 5, logp), (logw, logp - 5)]
        )
    )
    expect(logp.min() < mixed < logp.max(), "A mean lies between the least and the greatest.")
    expect_close(shuffled, mixed, what="the mixture in another order")
    expect_close(heavier, mixed, what="the mixture with all weights multiplied by the same number")
    expect_close(
        likelier, mixed - 5, what="the mixture with all probabilities divided by e to the 5th"
    )
    whole, first, rest = (
        float(expect_array(v, ())) for v in student.log_likelihood.map([p, p[:2], p[2:]])
    )
    expect_close(whole, first + rest, what="the log-likelihood of a sequence in two parts")


def test_inputs_unchanged(student, rng):
    p, logw, logp = probabilities(rng, 4), logs(rng, 3) - 0.5, logs(rng, 3)  # no largest of 0
    expect_close(expect_unchanged(student.log_likelihood, p), exact_likelihood(p))
    expect_close(expect_unchanged(student.log_mixture, logw, logp), exact_mixture(logw, logp))
