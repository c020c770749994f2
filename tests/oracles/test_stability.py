"""The references of the unit `stability` against mpmath, scipy, jax and exact fractions.

By mpmath means: the formula as it stands in the statement, at so many digits that nothing in it
overflows, vanishes or cancels. It is rounded to float64 once, at the end.
"""

from __future__ import annotations

import math
from fractions import Fraction

import mpmath as mp
import numpy as np
import pytest
from agreement import agree, by_mpmath, fractions, mpfs, of_any_size
from scipy import integrate, optimize, special, stats

# 1 - exp(-1e-300) needs 300 digits before the first that is not a 9.
MANY = 700


def scores(rng, shape):
    """Of everyday size, in the hundreds, and up to 1e300, in one array each."""
    yield rng.normal(size=shape)
    yield rng.uniform(-800, 800, size=shape)
    yield of_any_size(rng, shape, -300, 300)
    yield 1e300 * rng.choice([-1.0, 1.0, 0.5], size=shape)


def log_sum(row):
    """ln of the sum of exp, of mpf."""
    return mp.log(mp.fsum(mp.exp(z) for z in row))


def log_probabilities(row):
    total = log_sum(row)
    return [z - total for z in row]


SHAPES = [(), (1,), (7,), (2, 3), (0,)]


@pytest.mark.oracle("bce_with_logits")
@pytest.mark.usefixtures("quiet")
def test_bce_with_logits_by_mpmath(reference, rng):
    # For y = 1 the loss is -ln s, for y = 0 it is -ln(1 - s), which is -ln s of -z.
    def loss(z, y):
        return mp.log(1 + mp.exp(-z if y == 1 else z))

    edges = np.array([0.0, -0.0, 1e-300, 36.0, 40.0, 700.0, 708.0, 709.9, 1e5, 1e300])
    z = np.concatenate([rng.normal(scale=9, size=20), edges, -edges])
    for truth in (0.0, 1.0):
        y = np.full(z.shape, truth)
        expected = by_mpmath(loss, z, y, digits=MANY)
        held = (expected >= 2.2e-308) | (expected == 0)
        agree(reference.bce_with_logits(z[held], y[held]), expected[held], each=1e-12)
    for shape in SHAPES:
        z = np.asarray(rng.normal(scale=9, size=shape))
        y = np.asarray(rng.integers(0, 2, size=shape).astype(float))
        agree(reference.bce_with_logits(z, y), by_mpmath(loss, z, y, digits=MANY), each=1e-12)


@pytest.mark.oracle("bce_with_logits")
@pytest.mark.usefixtures("quiet")
def test_bce_with_logits_for_a_truth_between_0_and_1_is_that_of_scipy_and_mpmath(reference, rng):
    z, y = rng.normal(scale=20, size=40), rng.uniform(size=40)
    found = reference.bce_with_logits(z, y)
    by_scipy = -(y * special.log_expit(z) + (1 - y) * special.log_expit(-z))
    assert np.all(np.abs(found - by_scipy) <= 1e-12 * np.maximum(np.abs(z), 1))
    for z in scores(rng, 40):
        expected = by_mpmath(
            lambda z, y: y * mp.log(1 + mp.exp(-z)) + (1 - y) * mp.log(1 + mp.exp(z)), z, y
        )
        off = np.abs(reference.bce_with_logits(z, y) - expected)
        assert np.all(off <= 1e-12 * np.maximum(np.abs(z), 1))


@pytest.mark.oracle("cancellation")
def test_sqrt_gap_and_one_minus_cos_by_mpmath(reference, rng):
    sizes = 10.0 ** rng.uniform(-12, 300, size=60)
    for x in [0.0, 1.0, 1e-12, 1e16, 1e300, *sizes.tolist(), *rng.uniform(0, 9, size=20).tolist()]:
        gap = by_mpmath(lambda x: mp.sqrt(x + 1) - mp.sqrt(x), x, digits=MANY)
        agree(reference.sqrt_gap(x), float(gap), each=1e-12)
    tiny = of_any_size(rng, 60, -12, 0.7)
    for x in [
        0.0,
        1e-12,
        math.pi,
        -math.pi,
        6.0,
        -6.0,
        *tiny.tolist(),
        *rng.uniform(-6, 6, size=20).tolist(),
    ]:
        agree(reference.one_minus_cos(x), float(by_mpmath(lambda x: 1 - mp.cos(x), x)), each=1e-12)


@pytest.mark.oracle("cancellation")
def test_small_root_is_the_smaller_of_the_roots_that_mpmath_finds(reference, rng):
    def smaller(a, b, c):
        root = mp.sqrt(b * b - 4 * a * c)
        return min((-b + root) / (2 * a), (-b - root) / (2 * a), key=abs)

    tried = 0
    while tried < 200:
        a, b, c = of_any_size(rng, 3, -10, 10).tolist()
        if b * b >= 8 * abs(a * c):
            expected = by_mpmath(smaller, a, b, c, digits=100)
            agree(reference.small_root(a, b, c), float(expected), each=1e-12)
            tried += 1
    for a, b in [(1.0, 3.0), (-1e10, 1e5), (2.0, -5.0)]:
        agree(reference.small_root(a, b, 0.0), 0.0)
        # At the edge, where the roots are as near to each other as they may be.
        edge = b * b / (8 * a) * (1 - 1e-15)
        for c in (edge, -edge):
            expected = by_mpmath(smaller, a, b, c, digits=100)
            agree(reference.small_root(a, b, c), float(expected), each=1e-12)


@pytest.mark.oracle("clip_by_global_norm")
def test_clip_by_mpmath_for_gradients_of_any_size(reference, rng):
    for low, high in [(-1, 1), (-300, 300), (-300, -299), (299, 300), (-160, 160)]:
        for c in (0.001, 1.0, 1000.0):
            grads = {
                "W": of_any_size(rng, (2, 3), low, high),
                "b": of_any_size(rng, 3, low, high),
                "zero": np.zeros(2),
            }
            with mp.workdps(50):
                norm = mp.sqrt(mp.fsum(g * g for array in grads.values() for g in mpfs(array)))
                factor = min(mp.mpf(1), c / norm)
            expected = {k: by_mpmath(lambda g, f=factor: f * g, a) for k, a in grads.items()}
            clipped, found = reference.clip(grads, c)
            agree(found, float(norm), each=1e-12)
            # A number below the normal ones has no 12 digits.
            agree(clipped, expected, each=1e-12, plus=1e-320)


@pytest.mark.oracle("clip_by_global_norm")
def test_clip_of_zeros_of_short_gradients_and_of_what_is_not_finite(reference, rng):
    zeros = {"a": np.zeros(3), "b": np.zeros((2, 2))}
    agree(reference.clip(zeros, 1.0), (zeros, 0.0))
    short = {"a": np.array([0.3, -0.4])}
    clipped, norm = reference.clip(short, 0.6)
    agree(clipped, short)
    agree(norm, 0.5, each=1e-12)
    for bad in (np.nan, np.inf, -np.inf):
        for place in range(3):
            g = rng.normal(size=3)
            g[place] = bad
            with pytest.raises(ValueError):
                reference.clip({"a": np.zeros(2), "b": g}, 1.0)


def is_next_to(found, exact):
    """The float nearest to the exact sum, or one of its two neighbours."""
    nearest = float(exact)  # fractions round correctly
    return found in (nearest, np.nextafter(nearest, np.inf), np.nextafter(nearest, -np.inf))


@pytest.mark.oracle("compensated_sum")
def test_neumaier_sum_is_next_to_the_exact_sum_of_fractions(reference, rng):
    agree(reference.neumaier_sum(np.zeros(0)), 0.0)
    one_sign = [10.0 ** rng.uniform(-9, 9, size=n) for n in (1, 2, 500, 10_000)]
    mixed = [rng.normal(size=n) + 1e-3 for n in (2, 30, 1000)]
    nearly = rng.normal(size=999)
    nearly = np.append(
        nearly, -float(sum(fractions(nearly))) + 2e-3
    )  # hardly more than a millionth is left
    huge = []
    for size in (1e16, 1e100, 1e290):
        small = rng.integers(-1000, 1001, size=998).astype(float)
        huge.append(rng.permutation([*small, size, -size]))
    for x in [*one_sign, -one_sign[2], *mixed, rng.permutation(nearly), *huge]:
        exact = sum(fractions(x))
        sizes = sum(map(abs, fractions(x)))
        assert sizes <= 10**6 * abs(exact) or any(x is case for case in huge)
        found = reference.neumaier_sum(x)
        assert is_next_to(found, exact)
        assert is_next_to(found, Fraction(math.fsum(x)))


@pytest.mark.oracle("exp_overflow")
def test_exp_range_in_half_precision_by_trying_every_number(reference):
    every = np.arange(2**16, dtype=np.uint16).view(np.float16)
    every = every[np.isfinite(every)].astype(float)
    powers = by_mpmath(mp.exp, np.unique(every))
    with np.errstate(over="ignore", under="ignore"):
        rounded = powers.astype(np.float16)
    high = np.unique(every)[np.isfinite(rounded)].max()
    low = np.unique(every)[rounded > 0].min()
    agree(tuple(map(float, reference.exp_range("float16"))), (high, low))


@pytest.mark.oracle("exp_overflow")
def test_exp_range_is_where_mpmath_leaves_the_numbers_of_the_type(reference):
    for dtype, digits in [("float32", 1e-6), ("float64", 1e-12)]:
        info = np.finfo(dtype)
        with mp.workdps(50):
            # What lies beyond is rounded to infinity, or to 0.
            last = mp.mpf(float(info.max)) * (1 + mp.mpf(float(info.eps)) / 4)
            first = mp.mpf(float(info.smallest_subnormal)) / 2
            ends = float(mp.log(last)), float(mp.log(first))
        found = reference.exp_range(dtype)
        assert all(np.dtype(dtype).type(end) == end for end in found)
        agree(tuple(map(float, found)), ends, each=digits)


@pytest.mark.oracle("float_limits")
def test_probe_finds_what_finfo_says(reference):
    for dtype in ("float16", "float32", "float64"):
        info = np.finfo(dtype)
        expected = {
            "epsilon": float(info.eps),
            "largest": float(info.max),
            "smallest_normal": float(info.smallest_normal),
            "smallest_subnormal": float(info.smallest_subnormal),
        }
        agree({name: float(value) for name, value in reference.probe(dtype).items()}, expected)


@pytest.mark.oracle("log_domain_product")
def test_log_likelihood_by_mpmath(reference, rng):
    close = 1 - 10.0 ** rng.uniform(-16, -1, size=50)
    for p in (
        rng.uniform(size=1),
        rng.uniform(size=10_000),
        close,
        10.0 ** -rng.uniform(0, 300, 99),
    ):
        with mp.workdps(50):
            # The product itself: mpmath has exponents of any size.
            expected = float(mp.log(mp.fprod(mpfs(p))))
        agree(reference.log_likelihood(p), expected, each=1e-10, plus=1e-10)
    agree(reference.log_likelihood(np.ones(5)), 0.0)
    agree(reference.log_likelihood(np.array([0.5, 0.0, 1.0])), -np.inf)


@pytest.mark.oracle("log_domain_product")
@pytest.mark.usefixtures("quiet")
def test_log_mixture_by_mpmath_and_by_scipy(reference, rng):
    for K in (1, 2, 6):
        for size in (1, 800, 1e5):
            for holes in (0, 0.4):
                logw, logp = rng.uniform(-size, size, size=(2, K))
                logp[rng.random(K) < holes] = -np.inf
                logw[1:][rng.random(K - 1) < holes] = -np.inf  # one weight at least is left
                numbers = np.abs([*logw, *logp])
                within = 1e-10 * max(1, numbers[np.isfinite(numbers)].max())
                with mp.workdps(50):
                    w, p = ([mp.exp(x) for x in mpfs(a)] for a in (logw, logp))
                    mean = mp.fdot(w, p) / mp.fsum(w)
                    expected = float(mp.log(mean)) if mean else -np.inf
                by_scipy = special.logsumexp(logw + logp) - special.logsumexp(logw)
                for oracle in (expected, by_scipy):
                    agree(reference.log_mixture(logw, logp), oracle, plus=within)
    never = np.full(3, -np.inf)
    agree(reference.log_mixture(np.zeros(3), never), -np.inf)
    weights, logp = np.array([0.0, -np.inf]), np.array([-np.inf, 1.0])
    agree(reference.log_mixture(weights, logp), -np.inf)


def along(axis, function, Z):
    """Of the rows along an axis, each a list of mpf; what the function gives may be a row."""
    with mp.workdps(MANY):
        return np.apply_along_axis(lambda row: np.array(function(mpfs(row)), dtype=float), axis, Z)


CASES = [((1,), -1), ((5,), 0), ((3, 4), -1), ((3, 4), 0), ((2, 3, 2), 1), ((2, 1, 2), -2)]


@pytest.mark.oracle("log_softmax")
@pytest.mark.usefixtures("quiet")
def test_log_softmax_by_mpmath_and_by_scipy(reference, rng):
    for shape, axis in CASES:
        for Z in scores(rng, shape):
            found = reference.log_softmax(Z, axis=axis)
            expected = along(axis, log_probabilities, Z)
            for oracle in (expected, special.log_softmax(Z, axis=axis)):
                agree(found, oracle, each=1e-12, plus=1e-12 * np.abs(Z).max())


@pytest.mark.oracle("logsumexp")
@pytest.mark.usefixtures("quiet")
def test_logsumexp_by_mpmath_and_by_scipy(reference, rng):
    for shape, axis in CASES:
        for full in scores(rng, shape):
            holes = np.where(rng.random(shape) < 0.4, -np.inf, full)
            for Z in (full, holes):
                found = reference.logsumexp(Z, axis=axis)
                largest = np.abs(Z[np.isfinite(Z)]).max(initial=0)
                oracles = [special.logsumexp(Z, axis=axis)]
                if np.isfinite(Z).all():
                    oracles.append(along(axis, log_sum, Z))
                for oracle in oracles:
                    agree(found, oracle, each=1e-12, plus=1e-12 * largest)


@pytest.mark.oracle("logsumexp")
@pytest.mark.usefixtures("quiet")
def test_logsumexp_of_infinities_and_of_rows_far_apart(reference):
    rows = [
        ([-np.inf, -np.inf], -np.inf),
        ([np.inf, 1.0], np.inf),
        ([np.inf, -np.inf], np.inf),
        ([np.inf, np.inf], np.inf),
        ([np.inf, 1e300], np.inf),
        ([-np.inf, -1e300], -1e300),
        ([1e300, -1e300], 1e300),
        ([-1e300, -1e300], -1e300),
    ]
    Z = np.array([row for row, _ in rows])
    expected = np.array([value for _, value in rows])
    agree(reference.logsumexp(Z), expected, each=1e-12)
    for row, value in rows:
        agree(reference.logsumexp(np.array(row)), value, each=1e-12)


@pytest.mark.oracle("loss_scaling")
def test_choose_scale_is_the_largest_that_fits_of_all_powers_in_fractions(reference, rng):
    def chosen(g):
        largest = max(map(abs, fractions(g.ravel())))
        return max(s for s in (2**k for k in range(25)) if largest * s < 65504)

    edges = np.float32([65503.99, 65504 / 2, 65504 / 1024, 65504 / 2**24, 0.0, 1e-45, 0.0039, 1.0])
    below = np.nextafter(edges, np.float32(0))
    sizes = (10.0 ** rng.uniform(-12, 4.8, size=40)).astype(np.float32)
    for g in [*np.concatenate([edges, below, sizes, -sizes])]:
        assert reference.choose_scale(np.array([g])) == chosen(np.array([g]))
    for shape in [(1,), (5,), (2, 3), (2, 1, 2)]:
        g = of_any_size(rng, shape, -2, 4.5).astype(np.float32)
        found = reference.choose_scale(g)
        assert type(found) is int
        assert found == chosen(g)


@pytest.mark.oracle("loss_scaling")
def test_unscale_is_an_exact_division_in_fractions(reference, rng):
    every = np.arange(2**16, dtype=np.uint16).view(np.float16)
    some = rng.choice(every[np.isfinite(every)], size=200)
    edges = np.float16([0, 65504, -65504, 6e-8, -6e-8, 6.1e-5])
    for s in (1, 2, 1024, 2**24):
        for g in (some, edges, some.reshape(10, 4, 5)):
            found = reference.unscale(g, s)
            assert found.dtype == np.float32
            assert found.shape == g.shape
            exact = [entry / s for entry in fractions(g.ravel())]
            assert fractions(found.ravel()) == exact


def expected_step(jax, W, b, X, y, lr, c):
    """The step in float64 with the gradients of jax: only what float16 rounds is missing."""
    exact = [np.asarray(a, dtype=float) for a in (W, b, X)]
    loss, grads = jax.linear_classifier(*exact, y)
    norm = np.sqrt(sum(np.sum(g**2) for g in grads))
    factor = lr * min(1, c / norm) if norm > 0 else 0.0
    return loss, [-factor * g for g in grads], grads


@pytest.mark.oracle("mixed_precision_step")
def test_a_mixed_precision_step_is_one_in_float64_by_jax(reference, jax, rng):
    N, D, C = 5, 3, 4
    for size, scale, lr, c in [
        (1, 1024, 0.1, 1e9),
        (3, 256, 0.5, 0.01),
        (1e-3, 2**14, 1.0, 1.0),
        (30, 64, 0.1, 5),
    ]:
        for _ in range(4):
            W = rng.normal(size=(D, C)).astype(np.float32)
            b = rng.normal(size=C).astype(np.float32)
            X = (size * rng.normal(size=(N, D))).astype(np.float16)
            y = rng.integers(0, C, size=N)
            loss, changes, _ = expected_step(jax, W, b, X, y, lr, c)
            found_loss, new_W, new_b, done = reference.train_step(W, b, X, y, scale, lr, c)
            assert done is True
            agree(found_loss, loss, each=1e-4, plus=1e-4)
            largest = max(np.abs(change).max() for change in changes)
            for new, old, change in zip((new_W, new_b), (W, b), changes, strict=True):
                assert new.dtype == np.float32
                # The new parameter is rounded to float32 itself.
                rounding = np.finfo(np.float32).eps * np.abs(old)
                off = np.abs((new.astype(float) - old) - change)
                assert np.all(off <= 1e-3 * largest + rounding)


@pytest.mark.oracle("mixed_precision_step")
def test_a_mixed_precision_step_of_gradients_too_small_for_float16(reference, jax, rng):
    """Each entry is held to 3 digits of itself: the scale lifts it to where float16 has them."""
    for scale, size in [(2**24, 1e-6), (2**20, 2e-5)]:
        X, y = (size * rng.uniform(1, 2, size=(3, 2))).astype(np.float16), rng.permutation(3)
        # Each class once, at equal scores: the gradient by b is 0, and does not overflow.
        W, b = np.zeros((2, 3), dtype=np.float32), np.zeros(3, dtype=np.float32)
        loss, changes, _ = expected_step(jax, W, b, X, y, 1.0, 1e9)
        found_loss, new_W, new_b, done = reference.train_step(W, b, X, y, scale, 1.0, 1e9)
        assert done is True
        agree(found_loss, loss, each=1e-4, plus=1e-4)
        agree(new_W.astype(float), changes[0], each=1e-3)
        agree(new_b.astype(float), np.zeros(3), plus=1e-7)


@pytest.mark.oracle("mixed_precision_step")
def test_a_mixed_precision_step_with_scores_of_tens_of_thousands(reference, jax, rng):
    for _ in range(4):
        W = (1e4 * rng.normal(size=(3, 4))).astype(np.float32)
        X, y = rng.normal(size=(5, 3)).astype(np.float16), rng.integers(0, 4, size=5)
        b = np.zeros(4, dtype=np.float32)
        loss, changes, _ = expected_step(jax, W, b, X, y, 1e3, 1e9)
        found_loss, new_W, new_b, done = reference.train_step(W, b, X, y, 1024, 1e3, 1e9)
        assert done is True
        agree(found_loss, loss, each=1e-4, plus=1e-4)
        largest = max(np.abs(change).max() for change in changes)
        agree(new_W.astype(float) - W, changes[0], plus=1e-3 * largest + 1e-7 * np.abs(W).max())
        agree(new_b.astype(float), changes[1], plus=1e-3 * largest)


@pytest.mark.oracle("mixed_precision_step")
@pytest.mark.usefixtures("quiet")
def test_a_mixed_precision_step_is_left_out_just_where_float16_overflows(reference, jax, rng):
    done_or_not = set()
    for power in range(0, 25, 2):
        W, b = np.float32(rng.normal(size=(2, 3))), np.float32(rng.normal(size=3))
        X, y = np.float16(10 * rng.normal(size=(4, 2))), rng.integers(0, 3, size=4)
        loss, _, grads = expected_step(jax, W, b, X, y, 0.1, 1.0)
        # 65520 and more is rounded to infinity; nothing drawn here is that near to it.
        fits = max(np.abs(g).max() for g in grads) * 2**power < 65520
        found_loss, new_W, new_b, done = reference.train_step(W, b, X, y, 2**power, 0.1, 1.0)
        assert done is bool(fits)
        done_or_not.add(done)
        agree(found_loss, loss, each=1e-4, plus=1e-4)
        if not done:
            agree((new_W, new_b), (W, b))
            assert not np.shares_memory(new_W, W)
    assert done_or_not == {True, False}


def trained_exactly(X, y, lr, steps):
    """The statement's own code, at 50 digits, where it does not break down.

    Only the loss has another form, ln(1 + e^-s), which is the same on paper.
    """
    with mp.workdps(50):
        N, columns = len(y), []
        for column in X.T:
            x = mpfs(column)
            mean = mp.fsum(x) / N
            std = mp.sqrt(mp.fsum((entry - mean) ** 2 for entry in x) / N)
            columns.append([(entry - mean) / std if std else mp.mpf(0) for entry in x])
        rows = list(zip(*columns, strict=True))
        w, b, losses = [mp.mpf(0)] * len(columns), mp.mpf(0), []
        for _ in range(steps):
            s = [mp.fdot(row, w) + b for row in rows]
            wrong = [-v if truth else v for v, truth in zip(s, y, strict=True)]
            losses.append(mp.fsum(max(v, 0) + mp.log1p(mp.exp(-abs(v))) for v in wrong) / N)
            p = [1 / (1 + mp.exp(-v)) for v in s]
            slope = [(a - int(t)) / N for a, t in zip(p, y, strict=True)]
            w = [v - lr * mp.fdot(column, slope) for v, column in zip(w, columns, strict=True)]
            b = b - lr * mp.fsum(slope)
        return np.array(w, dtype=float), float(b), np.array(losses, dtype=float)


@pytest.mark.oracle("repair_training")
def test_training_is_that_of_the_statements_code_at_50_digits(reference, rng):
    for N, D in [(1, 1), (6, 2), (12, 3)]:
        for lr in (1e-3, 0.5, 30.0, 1e4):
            X = rng.normal(size=(N, D))
            X *= rng.choice([1e-9, 1.0, 50.0], size=D)
            y = rng.integers(0, 2, size=N).astype(float)
            found = reference.train(X, y, lr, 12)
            expected = trained_exactly(X, y, lr, 12)
            largest = max(
                np.abs(np.concatenate([expected[0], expected[2]])).max(), abs(expected[1])
            )
            agree(found, expected, plus=1e-5 * largest)


@pytest.mark.oracle("repair_training")
def test_training_on_columns_far_away_and_on_flat_ones(reference, rng):
    for lr in (0.1, 1.0, 10.0):
        X = np.stack([1e9 + rng.normal(size=8), np.full(8, 0.1), rng.normal(size=8)], axis=1)
        y = rng.permutation([0.0, 1.0] * 4)
        found, expected = reference.train(X, y, lr, 10), trained_exactly(X, y, lr, 10)
        largest = max(np.abs(np.concatenate([expected[0], expected[2]])).max(), abs(expected[1]))
        agree(found, expected, plus=1e-5 * largest)
        assert found[0][1] == 0


@pytest.mark.oracle("repair_training")
def test_the_columns_of_training_are_the_z_scores_of_scipy(reference, rng):
    X, y = rng.normal(size=(9, 3)), rng.integers(0, 2, size=9).astype(float)
    # After one step from zeros the weights are -lr times Z^T (1/2 - y) / N.
    w, b, losses = reference.train(X, y, 0.7, 1)
    agree(w, -0.7 * stats.zscore(X, axis=0).T @ (0.5 - y) / 9, largest=1e-5)
    agree(b, -0.7 * np.mean(0.5 - y), each=1e-5)
    agree(losses, np.array([np.log(2)]), each=1e-5)


@pytest.mark.oracle("softmax")
def test_softmax_is_that_of_jax_of_scipy_and_of_mpmath(reference, jax, rng):
    for shape, axis in [((1,), -1), ((5,), 0), ((3, 4), -1), ((3, 4), 0), ((4, 1), -1)]:
        for size in (1, 30, 1000):
            Z = rng.uniform(-size, size, size=shape)
            found = reference.softmax(Z, axis=axis)
            powers = along(axis, lambda row: [mp.exp(z) for z in log_probabilities(row)], Z)
            # A number below the normal ones has no 12 digits.
            for oracle in (powers, special.softmax(Z, axis=axis), jax.softmax(Z, axis)):
                agree(found, oracle, each=1e-12, plus=1e-307)
            agree(found.sum(axis=axis), np.ones(np.delete(shape, axis)), each=1e-12)


@pytest.mark.oracle("softmax")
def test_softmax_with_holes_and_at_the_extremes(reference, rng):
    Z = np.array(
        [[1000.0, -1000.0, -np.inf], [-np.inf, -np.inf, -1000.0], [1000.0, 1000.0, 1000.0]]
    )
    expected = np.array([[1.0, 0.0, 0.0], [0.0, 0.0, 1.0], [1 / 3, 1 / 3, 1 / 3]])
    agree(reference.softmax(Z), expected, each=1e-12)
    holes = np.where(rng.random((5, 4)) < 0.4, -np.inf, rng.normal(size=(5, 4)))
    holes[:, 0] = 1.0
    found = reference.softmax(holes)
    agree(found, special.softmax(holes, axis=1), each=1e-12)
    assert np.all((found == 0) == np.isinf(holes))


@pytest.mark.oracle("softplus_tail")
@pytest.mark.usefixtures("quiet")
def test_softplus_and_log1mexp_by_mpmath_to_12_digits_of_their_own_size(reference, rng):
    edges = [0.0, -1e-300, 1e-300, -700.0, -37.0, 33.5, 36.8, 700.0, 1e5, 1e300]
    z = np.array([*edges, *rng.uniform(-700, 700, size=20), *rng.normal(scale=5, size=20)])
    expected = by_mpmath(lambda z: mp.log(1 + mp.exp(z)), z, digits=MANY)
    agree(reference.softplus(z), expected, each=1e-12)
    agree(reference.softplus(z), np.logaddexp(0, z), each=1e-12)

    ln2 = np.log(2)
    edges = [1e-300, 1e-17, 1e-8, ln2, np.nextafter(ln2, 0), np.nextafter(ln2, 1), 36.0, 700.0]
    wide = 10.0 ** rng.uniform(-300, 2.8, size=20)
    z = np.array([*edges, *wide, *rng.uniform(0, 3, size=20)])
    expected = by_mpmath(lambda z: mp.log(1 - mp.exp(-z)), z, digits=MANY)
    agree(reference.log1mexp(z), expected, each=1e-12)
    for shape in SHAPES:
        z = np.asarray(rng.uniform(0.1, 3, size=shape))
        agree(reference.softplus(z), np.asarray(np.logaddexp(0, z)), each=1e-12)
        agree(reference.log1mexp(z), np.asarray(special.log1p(-np.exp(-z))), each=1e-12)


@pytest.mark.oracle("stable_deep_chain")
def test_the_growth_rate_of_one_number_is_the_mean_of_logarithms(reference):
    for seed in (0, 1, 7):
        for scale in (1e-3, 0.5, 1e3):
            # A layer of width 1 multiplies by one draw; their order does not matter to the sum.
            draws = np.random.default_rng(seed).normal(size=300)
            expected = np.log(scale) + np.mean(np.log(np.abs(draws)))
            agree(reference.growth_rate(300, 1, scale, seed), expected, each=1e-9, plus=1e-9)


@pytest.mark.oracle("stable_deep_chain")
def test_the_growth_rate_is_that_of_a_product_of_matrices_without_a_limit_on_its_size(reference):
    # One order of the draws of many that are right, the reference's own: layer by layer. The start
    # is not known, so it is compared where it no longer matters, to one length in 300 layers.
    for n, scale, seed in [(2, 1e3, 3), (3, 1e-3, 4)]:
        rng = np.random.default_rng(seed)
        with mp.workdps(50):
            x = mp.matrix([1 / mp.sqrt(n)] * n)
            for _ in range(300):
                x = scale * mp.matrix(rng.normal(size=(n, n)).tolist()) * x
            rate = float(mp.log(mp.norm(x)) / 300)
        agree(reference.growth_rate(300, n, scale, seed), rate, plus=3 / 300)


@pytest.mark.oracle("stable_deep_chain")
def test_the_growth_rate_is_what_the_chi_squared_distribution_makes_it(reference):
    """Each layer stretches by scale times the root of a chi squared number with n degrees."""
    for n, scale in [(1, 1.0), (4, 0.5), (25, 0.2), (60, 1e3), (60, 1e-3)]:
        mean = np.log(scale) + (special.digamma(n / 2) + np.log(2)) / 2
        spread = np.sqrt(special.polygamma(1, n / 2) / 4)
        rates = [reference.growth_rate(300, n, scale, seed) for seed in range(5)]
        assert len(set(rates)) == 5
        assert abs(np.mean(rates) - mean) < 4 * spread / np.sqrt(5 * 300)
        agree(reference.growth_rate(300, n, scale, 0), rates[0])
        # Twice the scale is ln 2 more in each layer, exactly, for the same draws.
        agree(reference.growth_rate(300, n, 2 * scale, 0), rates[0] + np.log(2), plus=1e-9)
    for L, n in [(1, 1), (3, 4)]:
        agree(reference.growth_rate(L, n, 0.0, 1), -np.inf)


@pytest.mark.oracle("stable_deep_chain")
def test_good_scale_keeps_the_mean_square_that_scipy_integrates(reference):
    for act, f in [
        ("linear", lambda t: t),
        ("tanh", lambda t: t),  # by its slope at 0
        ("relu", lambda t: max(t, 0.0)),
    ]:
        kept, _ = integrate.quad(lambda t, f=f: f(t) ** 2 * stats.norm.pdf(t), -12, 12, points=[0])
        for n in (1, 7, 100):
            # scale**2 * n * (the part of the mean square that is kept) = 1
            root = optimize.brentq(lambda s, n=n, kept=kept: s * s * n * kept - 1, 0, 3, xtol=1e-15)
            agree(reference.good_scale(n, act), root, each=1e-9)
    for act in ("gelu", "", "ReLU"):
        with pytest.raises(ValueError):
            reference.good_scale(4, act)


@pytest.mark.oracle("stable_sigmoid")
@pytest.mark.usefixtures("quiet")
def test_sigmoid_by_mpmath_and_by_scipy(reference, rng):
    edges = np.array([0.0, 1e-300, 36.0, 40.0, 700.0, 708.0, 800.0, 1e5, 1e308])
    inner = rng.normal(scale=9, size=30)
    z = np.concatenate([inner, rng.uniform(-708, 708, size=30), edges, -edges])
    expected = by_mpmath(lambda z: 1 / (1 + mp.exp(-z)), z, digits=MANY)
    tiny = expected < 2.2e-308  # any value down to 0 will do
    found = reference.sigmoid(z)
    agree(found[~tiny], expected[~tiny], each=1e-12)
    assert np.all((found[tiny] >= 0) & (found[tiny] < 2.3e-308))
    agree(found[~tiny], special.expit(z[~tiny]), each=1e-12)


@pytest.mark.oracle("stable_sigmoid")
@pytest.mark.usefixtures("quiet")
def test_sigmoid_of_infinities_of_nan_and_of_any_shape(reference, rng):
    z = np.array([np.inf, -np.inf, np.nan, 1e308, -1e308])
    agree(reference.sigmoid(z), np.array([1.0, 0.0, np.nan, 1.0, 0.0]))
    for shape in [*SHAPES, (0, 3), (2, 1, 2)]:
        z = np.asarray(rng.normal(size=shape))
        agree(reference.sigmoid(z), np.asarray(special.expit(z)), each=1e-12)


def exact_state(numbers):
    """Count, mean and sum of squared deviations, in fractions."""
    if not len(numbers):
        return 0, 0.0, 0.0
    x = fractions(numbers)
    mean = sum(x) / len(x)
    return len(x), float(mean), float(sum((entry - mean) ** 2 for entry in x))


def assert_state(found, numbers, mean, M2):
    n, expected_mean, expected_M2 = exact_state(numbers)
    assert found[0] == n
    agree(found[1], expected_mean, plus=mean * max(1, abs(expected_mean) if mean < 1e-6 else 1))
    agree(found[2], expected_M2, each=M2, plus=1e-300)


@pytest.mark.oracle("stable_variance")
def test_the_statistics_of_a_stream_are_those_in_fractions(reference, rng):
    draws = [(rng.normal(size=n), 1e-9, 1e-9) for n in (1, 2, 9, 300)]
    far = [(1e9 + rng.normal(scale=3, size=n), 1e-3, 1e-6) for n in (2, 9, 1000)]
    for numbers, mean, M2 in [*draws, *far, (-far[1][0], 1e-3, 1e-6)]:
        state = (0, 0.0, 0.0)
        for x in numbers.tolist():
            state = reference.update(state, x)
        assert_state(state, numbers, mean, M2)
        by_numpy = len(numbers) * np.var(numbers.astype(np.longdouble))
        agree(state[2], float(by_numpy), each=M2, plus=1e-300)
        for cut in {0, 1, len(numbers) // 3, len(numbers)}:
            parts = exact_state(numbers[:cut]), exact_state(numbers[cut:])
            assert_state(reference.merge(*parts), numbers, mean, M2)
    nothing = (0, 0.0, 0.0)
    agree(reference.merge(nothing, nothing), nothing)


@pytest.mark.oracle("xent_from_logits")
@pytest.mark.usefixtures("quiet")
def test_cross_entropy_by_mpmath_and_by_scipy(reference, rng):
    for N, C in [(1, 1), (1, 3), (6, 4), (5, 1)]:
        for Z in scores(rng, (N, C)):
            y = rng.integers(0, C, size=N)
            with mp.workdps(MANY):
                surprises = [
                    log_sum(mpfs(row)) - mp.mpf(row[c]) for row, c in zip(Z, y, strict=True)
                ]
                expected = float(mp.fsum(surprises) / N)
            by_scipy = -special.log_softmax(Z, axis=1)[np.arange(N), y].mean()
            for oracle in (expected, float(by_scipy)):
                within = 1e-12 * np.abs(Z).max()
                agree(reference.cross_entropy(Z, y), oracle, each=1e-12, plus=within)
    Z, y = np.array([[1e300, -1e300], [-1e300, 1e300]]), np.array([1, 0])
    agree(reference.cross_entropy(Z, y), 2e300, each=1e-12)
