"""The references of the unit `vectors` against scipy, BLAS, mpmath and exact fractions."""

from __future__ import annotations

import mpmath as mp
import numpy as np
import pytest
from agreement import agree, fractions, mpfs, of_any_size
from scipy import linalg
from scipy.linalg import blas
from scipy.spatial import distance

SHAPES = [(1,), (2,), (3,), (7,), (50,)]


def length(x):
    """By mpmath, with 50 digits more than the sizes here are apart."""
    return mp.sqrt(mp.fsum(entry**2 for entry in mpfs(x)))


def angle(u, v):
    """arccos of the quotient, which is blind near 0 and pi only at a given number of digits."""
    with mp.workdps(120):
        dot = mp.fsum(a * b for a, b in zip(mpfs(u), mpfs(v), strict=True))
        return float(mp.acos(max(-1, min(1, dot / (length(u) * length(v))))))


def cosine(u, v):
    with mp.workdps(50):
        dot = mp.fsum(a * b for a, b in zip(mpfs(u), mpfs(v), strict=True))
        return float(dot / (length(u) * length(v)))


@pytest.mark.oracle("angle_between")
def test_angle_between_is_arccos_with_120_digits(reference, rng):
    for n, within in [(1, 1e-14), (2, 1e-14), (3, 1e-14), (20, 1e-13), (50, 1e-13)]:
        for _ in range(10):
            u, v = rng.normal(size=(2, n)) * 10.0 ** rng.uniform(-99, 99, size=(2, 1))
            agree(reference.angle_between(u, v), angle(u, v), plus=within)
            u, v = of_any_size(rng, (2, n), -100, 100)
            agree(reference.angle_between(u, v), angle(u, v), plus=within)


@pytest.mark.oracle("angle_between")
def test_angle_between_of_arrows_nearly_parallel_or_opposite(reference, rng):
    for exponent in range(-18, 0):
        for n, within in [(2, 1e-14), (3, 1e-14), (50, 1e-13)]:
            u = rng.normal(size=n)
            near = 7.5 * (u + 10.0**exponent * rng.normal(size=n))
            for v in (near, -near):
                agree(reference.angle_between(u, v), angle(u, v), plus=within)
    u = rng.normal(size=3)
    agree(reference.angle_between(u, 2 * u), 0.0, plus=1e-14)
    agree(reference.angle_between(u, -u), np.pi, plus=1e-14)


@pytest.mark.oracle("axpy")
def test_axpy_is_that_of_blas(reference, rng):
    for shape in [(0,), *SHAPES, (3, 4), (2, 3, 2), ()]:
        alpha, x, y = rng.normal(), rng.normal(size=shape), rng.normal(size=shape)
        x, y = np.asarray(x), np.asarray(y)
        # BLAS takes no empty array.
        flat = blas.daxpy(x.ravel(), y.flatten(), a=alpha) if x.size else np.zeros(0)
        agree(reference.axpy(alpha, x, y), flat.reshape(shape), largest=1e-15)
        agree(reference.axpy(0.0, x, y), y)
        assert not np.shares_memory(reference.axpy(0.0, x, y), y)


@pytest.mark.oracle("axpy")
def test_axpy_is_exact_for_integers_and_refuses_other_shapes(reference, rng):
    x, y = rng.integers(-99, 99, size=(2, 9))
    expected = [float(-a / 2 + b) for a, b in zip(fractions(x), fractions(y), strict=True)]
    agree(reference.axpy(-0.5, x, y), np.array(expected))
    for one, other in [((3,), (1,)), ((3,), (3, 1)), ((2, 3), (3,)), ((), (1,))]:
        with pytest.raises(ValueError):
            reference.axpy(2.0, np.ones(one), np.ones(other))


@pytest.mark.oracle("cosine_similarity")
def test_cosine_similarity_is_one_minus_the_cosine_distance_of_scipy(reference, rng):
    for (n,) in SHAPES:
        for _ in range(10):
            u, v = rng.normal(size=(2, n))
            agree(reference.cosine_similarity(u, v), 1 - distance.cosine(u, v), plus=1e-12)


@pytest.mark.oracle("cosine_similarity")
def test_cosine_similarity_by_mpmath_for_entries_of_any_size(reference, rng):
    for (n,) in SHAPES:
        for _ in range(10):
            u, v = rng.normal(size=(2, n)) * 10.0 ** rng.uniform(-298, 298, size=(2, 1))
            agree(reference.cosine_similarity(u, v), cosine(u, v), plus=1e-12)
            u, v = of_any_size(rng, (2, n), -300, 300)
            found = reference.cosine_similarity(u, v)
            agree(found, cosine(u, v), plus=1e-12)
            assert -1 <= found <= 1


@pytest.mark.oracle("cosine_similarity")
def test_cosine_similarity_of_zeros_and_of_parallel_arrows(reference, rng):
    u, zero = rng.normal(size=4), np.zeros(4)
    for one, other in [(u, zero), (zero, u), (zero, zero)]:
        agree(reference.cosine_similarity(one, other), 0.0)
    for _ in range(200):
        u = rng.normal(size=5)
        factor = rng.normal()
        found = reference.cosine_similarity(u, factor * u)
        agree(found, np.sign(factor), plus=1e-12)
        assert -1 <= found <= 1


@pytest.mark.oracle("dot_by_hand")
def test_dot_products_are_the_exact_sum_of_exact_products(reference, rng):
    # 15 digits of the sum of the sizes; a long sum in float64 may lose one or two of them.
    for n, digits in [(1, 1e-15), (3, 1e-15), (20, 1e-15), (3000, 1e-14)]:
        for dtype in (np.float64, np.float32):
            u, v = rng.normal(size=(2, n)).astype(dtype)
            terms = [a * b for a, b in zip(fractions(u), fractions(v), strict=True)]
            within = digits * float(sum(map(abs, terms)))
            for found in (reference.dot_loop(u, v), reference.dot_vec(u, v)):
                agree(found, float(sum(terms)), plus=within)
                assert isinstance(found, float)


@pytest.mark.oracle("dot_by_hand")
def test_dot_products_of_nothing_and_of_lengths_that_differ(reference):
    for dot in (reference.dot_loop, reference.dot_vec):
        agree(dot(np.zeros(0), np.zeros(0)), 0.0)
        for one, other in [(3, 1), (1, 3), (2, 3), (0, 1)]:
            with pytest.raises(ValueError):
                dot(np.ones(one), np.ones(other))


@pytest.mark.oracle("euclidean_norm")
def test_l2_norm_is_that_of_blas_and_of_mpmath(reference, rng):
    for (n,) in SHAPES:
        x = rng.normal(size=n)
        agree(reference.l2_norm(x), blas.dnrm2(x), each=1e-12)
        for x in (of_any_size(rng, n, -100, 100), of_any_size(rng, n, -100, -99)):
            agree(reference.l2_norm(x), float(length(x)), each=1e-12)
        agree(reference.l2_norm(np.zeros(n)), 0.0)
    agree(reference.l2_norm(np.zeros(0)), 0.0)


def straightened(A):
    """The QR decomposition of scipy (Householder), with signs so that the diagonal is positive."""
    Q, R = linalg.qr(A, mode="economic")
    return Q * np.sign(np.diag(R))


@pytest.mark.oracle("gram_schmidt")
def test_gram_schmidt_is_the_qr_decomposition_of_scipy(reference, rng):
    for shape in [(1, 1), (3, 1), (2, 2), (4, 3), (9, 6)]:
        for _ in range(5):
            A = rng.normal(size=shape)
            # The digits that the columns agree in are lost to any method.
            agree(reference.gram_schmidt(A), straightened(A), plus=1e-14 * np.linalg.cond(A) + 1e-9)


def exactly_straightened(A):
    """The same decomposition at 50 digits."""
    with mp.workdps(50):
        Q, R = mp.qr(mp.matrix(A.tolist()), mode="skinny")
        signs = [mp.sign(R[k, k]) for k in range(A.shape[1])]
        return np.array([[float(Q[i, k] * s) for k, s in enumerate(signs)] for i in range(len(A))])


@pytest.mark.oracle("gram_schmidt")
def test_gram_schmidt_of_columns_that_agree_in_eight_digits(reference, rng):
    for n in (2, 3, 4, 5):
        A = rng.uniform(0.5, 2) * np.vstack([np.ones(n), 1e-8 * np.eye(n)])
        Q = reference.gram_schmidt(A)
        agree(Q.T @ Q, np.eye(n), plus=1e-7)
        agree(Q @ (Q.T @ A), A, plus=1e-7)
        agree(Q, exactly_straightened(A), plus=1e-7)
    for m, n in [(3, 2), (4, 3), (10, 6)]:
        A = rng.uniform(0.5, 1, size=(m, 1)) + 1e-8 * rng.normal(size=(m, n))
        Q, within = reference.gram_schmidt(A), 100 * np.finfo(float).eps * np.linalg.cond(A)
        agree(Q.T @ Q, np.eye(n), plus=within)
        agree(Q @ (Q.T @ A), A, plus=1e-7)
        agree(Q, exactly_straightened(A), plus=within)


@pytest.mark.oracle("neuron_halfspace")
def test_signed_distance_is_the_length_of_the_shortest_way_by_least_squares(reference, rng):
    for n, d in [(1, 1), (5, 1), (4, 3), (6, 20)]:
        X, w, b = rng.normal(size=(n, d)), rng.normal(size=d), rng.normal()
        # Of all steps t with (x + t) . w + b = 0, lstsq gives the shortest.
        steps = linalg.lstsq(w[np.newaxis], -(X @ w + b)[np.newaxis])[0].T
        signs = -np.sign(steps @ w)
        expected = signs * linalg.norm(steps, axis=1)
        agree(reference.signed_distance(X, w, b), expected, largest=1e-12)


@pytest.mark.oracle("neuron_halfspace")
def test_signed_distance_by_mpmath_for_weights_of_any_size(reference, rng):
    for d in (1, 2, 5):
        for size in (-50, 0, 50):
            X = rng.normal(size=(4, d))
            w = rng.normal(size=d) * 10.0**size
            b = float(rng.normal() * 10.0**size)
            scores = [mp.fdot(mpfs(x), mpfs(w)) + b for x in X]
            expected = np.array([float(score / length(w)) for score in scores])
            agree(reference.signed_distance(X, w, b), expected, plus=1e-12)
    X, w = rng.normal(size=(3, 4)), np.array([0.0, 3.0, 0.0, -4.0])
    agree(reference.signed_distance(X, w, 2.5), (3 * X[:, 1] - 4 * X[:, 3] + 2.5) / 5, plus=1e-12)
    on_it = reference.signed_distance(np.array([[3.0, 1.0]]), np.array([1.0, -2.0]), -1.0)
    agree(on_it, np.zeros(1))
    with pytest.raises(ValueError):
        reference.signed_distance(np.ones((2, 3)), np.zeros(3), 1.0)


@pytest.mark.oracle("normalize_rows")
def test_normalize_rows_divides_by_the_lengths_of_mpmath(reference, rng):
    for shape in [(1, 1), (4, 1), (1, 5), (3, 3), (6, 4)]:
        everyday, wide = rng.normal(size=shape), of_any_size(rng, shape, -100, 100)
        holes = everyday.copy()
        holes[0] = 0
        whole = rng.integers(-9, 10, size=shape)
        for X in (everyday, wide, holes, whole, np.zeros(shape, dtype=int)):
            expected = [[float(x / (length(row) or 1)) for x in mpfs(row)] for row in X]
            agree(reference.normalize_rows(X), np.array(expected), each=1e-12)


@pytest.mark.oracle("pairwise_cosine")
def test_pairwise_cosine_is_one_minus_the_cosine_distances_of_scipy(reference, rng):
    for n, m, d in [(1, 1, 1), (3, 2, 4), (2, 5, 3), (6, 6, 20)]:
        A, B = rng.normal(size=(n, d)), rng.normal(size=(m, d))
        expected = 1 - distance.cdist(A, B, "cosine")
        agree(reference.pairwise_cosine(A, B), expected, plus=1e-12)
        A[0] = 0
        expected[0] = 0
        agree(reference.pairwise_cosine(A, B), expected, plus=1e-12)


@pytest.mark.oracle("pairwise_cosine")
def test_pairwise_cosine_by_mpmath_for_rows_of_any_size(reference, rng):
    for d in (1, 3, 8):
        A, B = of_any_size(rng, (3, d), -100, 100), of_any_size(rng, (4, d), -100, -99)
        expected = np.array([[cosine(a, b) for b in B] for a in A])
        agree(reference.pairwise_cosine(A, B), expected, plus=1e-12)


@pytest.mark.oracle("project_onto")
def test_project_is_the_least_squares_fit_of_scipy(reference, rng):
    for (n,) in SHAPES:
        v, u = rng.normal(size=(2, n))
        shadow = u * linalg.lstsq(u[:, np.newaxis], v)[0]
        agree(reference.project(v, u), (shadow, v - shadow), plus=1e-12 * linalg.norm(v))


@pytest.mark.oracle("project_onto")
def test_project_by_mpmath_for_arrows_of_any_size(reference, rng):
    for (n,) in SHAPES:
        for low, high in [(-50, 50), (-50, -49), (49, 50)]:
            v, u = of_any_size(rng, n, -50, 50), of_any_size(rng, n, low, high)
            with mp.workdps(250):
                c = mp.fdot(mpfs(v), mpfs(u)) / mp.fdot(mpfs(u), mpfs(u))
                shadow = [c * x for x in mpfs(u)]
                rest = [a - b for a, b in zip(mpfs(v), shadow, strict=True)]
                expected = tuple(np.array([float(x) for x in part]) for part in (shadow, rest))
            agree(reference.project(v, u), expected, plus=1e-12 * float(length(v)))
    v, u = rng.normal(size=3), np.array([0.0, 3.0, -4.0])
    shadow = (3 * v[1] - 4 * v[2]) / 25 * u
    agree(reference.project(v, u), (shadow, v - shadow), plus=1e-12)
    agree(reference.project(np.zeros(3), u), (np.zeros(3), np.zeros(3)))
    with pytest.raises(ValueError):
        reference.project(u, np.zeros(3))


@pytest.mark.oracle("scaled_norm")
def test_safe_norm_is_that_of_mpmath_and_of_blas_for_entries_of_any_size(reference, rng):
    for (n,) in SHAPES:
        for low, high in [(-300, 300), (-300, -299), (299, 300), (-170, -150), (150, 160)]:
            x = of_any_size(rng, n, low, high)
            x[rng.random(n) < 0.2] = 0
            agree(reference.safe_norm(x), float(length(x)), each=1e-12)
            both = np.append(x, -x)  # its entries add up to 0
            agree(reference.safe_norm(both), float(length(both)), each=1e-12)
            agree(reference.safe_norm(x), blas.dnrm2(x), each=1e-12)


@pytest.mark.oracle("scaled_norm")
def test_safe_norm_of_nothing_of_zeros_and_of_infinity(reference):
    agree(reference.safe_norm(np.zeros(0)), 0.0)
    agree(reference.safe_norm(np.zeros(4)), 0.0)
    for x in ([1.0, np.inf], [-np.inf, 0.0], [np.inf, -np.inf, 1e300]):
        agree(reference.safe_norm(np.array(x)), np.inf)


@pytest.mark.oracle("unit_vector")
def test_normalize_by_mpmath_for_entries_of_any_size(reference, rng):
    for (n,) in SHAPES:
        wide = [of_any_size(rng, n, *ends) for ends in [(-300, 300), (-300, -299), (299, 300)]]
        holes = np.append(np.zeros(n), [3.0, -3.0])  # its entries add up to 0
        for x in (rng.normal(size=n), *wide, holes, rng.integers(1, 9, size=n)):
            expected = np.array([float(entry / length(x)) for entry in mpfs(x)])
            found = reference.normalize(x)
            agree(found, expected, plus=1e-12)
            agree(float(length(found)), 1.0, plus=1e-12)
        for zeros in (np.zeros(n), np.zeros(n, dtype=int)):
            agree(reference.normalize(zeros), np.zeros(n))
            assert not np.shares_memory(reference.normalize(zeros), zeros)
