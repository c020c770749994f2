"""The references of the unit `matrices` against BLAS, scipy, jax and exact fractions."""

from __future__ import annotations

from functools import reduce
from itertools import pairwise, product

import numpy as np
import pytest
from agreement import agree, fractions
from scipy import linalg, sparse
from scipy.linalg import blas

SIZES = [(1, 1, 1), (1, 3, 2), (4, 1, 3), (2, 5, 1), (3, 3, 3), (6, 4, 5)]


def exact_product(A, B):
    """Of nested lists of fractions, by the definition of an entry."""
    columns = list(zip(*B, strict=True))
    return [
        [sum(a * b for a, b in zip(row, column, strict=True)) for column in columns] for row in A
    ]


@pytest.mark.oracle("batch_quadratic_form")
def test_quadratic_forms_are_exact_for_whole_numbers(reference, rng):
    for n, d, _ in SIZES:
        X, A = rng.integers(-9, 10, size=(n, d)), rng.integers(-9, 10, size=(d, d))
        expected = [
            sum(x[i] * A[i, j] * x[j] for i, j in product(range(d), repeat=2)) for x in X.tolist()
        ]
        agree(reference.quadratic_forms(X.astype(float), A.astype(float)), np.array(expected))


@pytest.mark.oracle("batch_quadratic_form")
def test_quadratic_forms_are_squared_lengths_under_a_root_of_the_matrix(reference, rng):
    for n, d, _ in [*SIZES, (20_000, 3, 0)]:
        X, root, skew = rng.normal(size=(n, d)), rng.normal(size=(d, d)), rng.normal(size=(d, d))
        # The part that is not symmetric cancels.
        A = root @ root.T + skew - skew.T
        squared = linalg.norm(X @ root, axis=1) ** 2
        agree(reference.quadratic_forms(X, A), squared, largest=1e-12)


@pytest.mark.oracle("broadcast_bias")
def test_add_bias_adds_exactly_entry_by_entry(reference, rng):
    for n, m, _ in SIZES:
        b = rng.normal(size=m)
        for Z in (rng.normal(size=(n, m)), rng.integers(-9, 10, size=(n, m))):
            expected = [
                [float(z + c) for z, c in zip(row, fractions(b), strict=True)]
                for row in fractions(Z)
            ]
            agree(reference.add_bias(Z, b), np.array(expected))


@pytest.mark.oracle("broadcast_bias")
def test_add_bias_refuses_every_other_shape(reference):
    for n, m in [(2, 3), (3, 3), (1, 4), (4, 2)]:
        shapes = {(1,), (1, m), (m, 1), (n, 1), (n,), (n, m), (m + 1,), (0,), (1, 1, m)}
        for shape in shapes - {(m,)}:
            with pytest.raises(ValueError):
                reference.add_bias(np.ones((n, m)), np.ones(shape))


@pytest.mark.oracle("linear_layer")
def test_linear_is_the_product_of_blas(reference, rng):
    for N, axes, M in [
        (1, (1,), 1),
        (3, (4,), 2),
        (2, (3, 2), 5),
        (5, (2, 1, 3), 1),
        (1, (2, 2), 3),
    ]:
        D = int(np.prod(axes))
        X, W, b = rng.normal(size=(N, *axes)), rng.normal(size=(D, M)), rng.normal(size=M)
        rows = np.array([list(example.flat) for example in X])
        expected = blas.dgemm(1.0, rows, W, beta=1.0, c=np.tile(b, (N, 1)))
        agree(reference.linear(X, W, b), expected, largest=1e-12)


@pytest.mark.oracle("linear_layer")
def test_linear_refuses_examples_of_another_size(reference):
    for axes, D in [((3,), 4), ((3,), 1), ((1,), 3), ((2, 2), 2), ((2, 3), 5)]:
        with pytest.raises(ValueError):
            reference.linear(np.ones((2, *axes)), np.ones((D, 3)), np.zeros(3))


@pytest.mark.oracle("linear_map_geometry")
def test_describe_map_has_the_determinant_of_scipy(reference, rng):
    for size in (1, 1000):
        for _ in range(20):
            A = rng.uniform(-size, size, size=(2, 2))
            area = linalg.det(A)
            corners = np.array([A @ corner for corner in ([0, 0], [1, 0], [1, 1], [0, 1])])
            found = reference.describe_map(A)
            assert found.keys() == {"corners", "area", "flips"}
            agree(found["corners"], corners, largest=1e-12)
            agree(found["area"], area, plus=1e-12 * size**2)
            agree(found["flips"], area < 0)


@pytest.mark.oracle("linear_map_geometry")
def test_describe_map_is_exact_for_whole_numbers(reference, rng):
    flat = [[[3, 6], [7, 14]], [[0, 0], [0, 0]], [[999, 333], [3, 1]], [[0, 5], [0, -7]]]
    for A in [*rng.integers(-1000, 1001, size=(20, 2, 2)).tolist(), *flat]:
        (a, b), (c, d) = A
        area = float(a * d - b * c)
        corners = np.array([[0, 0], [a, c], [a + b, c + d], [b, d]])
        expected = {"corners": corners, "area": area, "flips": area < 0}
        agree(reference.describe_map(np.array(A, dtype=float)), expected)


@pytest.mark.oracle("matmul_by_hand")
def test_matmul_is_exact_for_whole_numbers_and_that_of_blas_for_floats(reference, rng):
    for m, k, n in SIZES:
        A, B = rng.integers(-99, 100, size=(m, k)), rng.integers(-99, 100, size=(k, n))
        found = reference.matmul(A.tolist(), B.tolist())
        assert found == exact_product(fractions(A), fractions(B))
        assert {type(found), *map(type, found)} == {list}
        A, B = rng.normal(size=(m, k)), rng.normal(size=(k, n))
        expected = blas.dgemm(1.0, A, B)
        agree(np.array(reference.matmul(A.tolist(), B.tolist())), expected, largest=1e-12)
    for k, rows in [(2, 3), (3, 2), (1, 2), (2, 1)]:
        with pytest.raises(ValueError):
            reference.matmul([[1.0] * k] * 2, [[1.0, 2.0]] * rows)


@pytest.mark.oracle("matvec_two_ways")
def test_matrix_times_vector_is_that_of_blas_both_ways(reference, rng):
    for m, n, _ in SIZES:
        A, x = rng.normal(size=(m, n)), rng.normal(size=n)
        for product_of in (reference.matvec_rows, reference.matvec_cols):
            agree(product_of(A, x), blas.dgemv(1.0, A, x), largest=1e-12)
            for wrong in (n + 1, n - 1, 1 if n > 1 else 3):
                with pytest.raises(ValueError):
                    product_of(A, np.ones(wrong))


@pytest.mark.oracle("one_hot")
def test_one_hot_is_that_of_jax_and_decoding_undoes_it(reference, jax, rng):
    for m, n in [(1, 1), (5, 3), (3, 10), (20, 2)]:
        y = rng.integers(0, n, size=m)
        H = reference.one_hot(y, n)
        agree(H, jax.one_hot(y, n))
        agree(H, sparse.csr_array((np.ones(m), (range(m), y)), shape=(m, n)).toarray())
        agree(reference.decode(H), y)
        assert H.dtype.kind == "f"
        assert reference.decode(H).dtype.kind == "i"


@pytest.mark.oracle("one_hot")
def test_one_hot_and_decode_refuse_what_is_no_label(reference):
    for y, n in [([0, 3], 3), ([-1], 3), ([1], 1), ([0, -3], 3)]:
        with pytest.raises(ValueError):
            reference.one_hot(np.array(y), n)
    for row in ([0, 0, 0], [1, 1, 0], [0, 2, 0], [0, 0.5, 0.5], [1, -1, 1], [1, np.nan, 0]):
        for H in ([row], [[0.0, 1.0, 0.0], row]):
            with pytest.raises(ValueError):
                reference.decode(np.array(H, dtype=float))


@pytest.mark.oracle("outer_product")
def test_outer_is_the_rank_one_update_of_blas(reference, rng):
    for m, n, _ in SIZES:
        u, v = rng.normal(size=m), rng.normal(size=n)
        agree(reference.outer(u, v), blas.dger(1.0, u, v))


@pytest.mark.oracle("stack_of_linear_layers")
def test_collapse_is_a_product_of_matrices_with_one_row_more(reference, rng):
    for sizes in [(2, 3), (1, 1, 1), (3, 4, 2), (2, 5, 1, 4), (3,) * 11]:
        layers = [
            (rng.integers(-3, 4, size=(a, b)), rng.integers(-3, 4, size=b))
            for a, b in pairwise(sizes)
        ]
        # (x, 1) times [[W, 0], [b, 1]] is (x W + b, 1), exactly in whole numbers.
        larger = [
            np.block([[W, np.zeros((len(W), 1), dtype=int)], [b, np.ones(1, dtype=int)]])
            for W, b in layers
        ]
        whole = reduce(np.matmul, larger)
        found = reference.collapse([(W.astype(float), b.astype(float)) for W, b in layers])
        agree(found, (whole[:-1, :-1], whole[-1, :-1]))
    with pytest.raises(ValueError):
        reference.collapse([])


@pytest.mark.oracle("tensor_contraction")
def test_scores_are_a_contraction_of_jax_and_products_of_blas(reference, jax, rng):
    for B, H, n, m, d in [(1, 1, 1, 1, 1), (2, 1, 3, 4, 2), (1, 3, 2, 2, 2), (2, 3, 4, 1, 5)]:
        Q, K = rng.normal(size=(B, H, n, d)), rng.normal(size=(B, H, m, d))
        found = reference.scores(Q, K)
        agree(found, jax.dot_general(Q, K), largest=1e-12)
        for b, h in product(range(B), range(H)):
            agree(found[b, h], blas.dgemm(1.0, Q[b, h], K[b, h], trans_b=True), largest=1e-12)


@pytest.mark.oracle("transpose_rules")
def test_transpose_is_zip_and_the_product_of_transposes_is_exact(reference, rng):
    for m, k, n in SIZES:
        A, B = rng.integers(-9, 10, size=(m, k)), rng.integers(-9, 10, size=(k, n))
        found = reference.transpose(A.tolist())
        assert found == [list(column) for column in zip(*A.tolist(), strict=True)]
        assert {type(found), *map(type, found)} == {list}
        product_of = np.array(exact_product(A.tolist(), B.tolist()))
        agree(reference.product_transposed(A.astype(float), B.astype(float)), product_of.T)
    for k, rows in [(2, 3), (1, 3), (3, 1)]:
        with pytest.raises(ValueError):
            reference.product_transposed(np.ones((2, k)), np.ones((rows, 2)))
