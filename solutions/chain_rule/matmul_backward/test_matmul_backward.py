import numpy as np

from grader.judge.expect import (
    expect,
    expect_array,
    expect_close,
    expect_unchanged,
    expect_vjp,
)

SIZES = ((2, 3, 4), (4, 2, 3), (3, 4, 2))  # m, k, n


def case(rng, m, k, n):
    """G, A and B in small whole numbers, none of them zero."""
    G, A, B = (
        rng.integers(1, 6, size=shape) * rng.choice([-1.0, 1.0], size=shape)
        for shape in ((m, n), (m, k), (k, n))
    )
    return G, A, B


def telling(rng, n):
    """Square arrays, for which no other product of the three comes to the same."""
    while True:
        G, A, B = case(rng, n, n, n)
        right = (G @ B.T, A.T @ G)
        others = [x @ y for x in (G, G.T, A, A.T, B, B.T) for y in (G, G.T, A, A.T, B, B.T)]
        if all(sum(np.allclose(o, r) for o in others) == 1 for r in right):
            return G, A, B


def two(value):
    expect(
        isinstance(value, tuple | list) and len(value) == 2,
        "Return two arrays, the slope by A and the slope by B.",
    )
    return value


def test_shapes(student, rng):
    for m, k, n in (*SIZES, (1, 2, 3), (2, 1, 3), (2, 3, 1), (1, 1, 1)):
        dA, dB = two(student.matmul_backward(*case(rng, m, k, n)))
        expect_array(dA, (m, k), what="dA")
        expect_array(dB, (k, n), what="dB")


def test_slope_by_a(student, rng):
    for sizes in SIZES:
        G, A, B = case(rng, *sizes)
        dA, _ = two(student.matmul_backward(G, A, B))
        expect_vjp(lambda A, B=B: A @ B, A, G, dA, what="dA")


def test_slope_by_b(student, rng):
    for sizes in SIZES:
        G, A, B = case(rng, *sizes)
        _, dB = two(student.matmul_backward(G, A, B))
        expect_vjp(lambda B, A=A: A @ B, B, G, dB, what="dB")


def test_square(student, rng):
    # Every product fits here; one is right for each.
    for n in (2, 3):
        G, A, B = telling(rng, n)
        expect_close(student.matmul_backward(G, A, B), (G @ B.T, A.T @ G))


def test_worth_of_a_step(student, rng):
    # To first order a step is worth the same seen from A and B as it is seen from Y.
    for sizes in (*SIZES, (1, 3, 1), (20, 30, 10)):
        G, A, B = case(rng, *sizes)
        step_a, step_b = rng.normal(size=A.shape), rng.normal(size=B.shape)
        dA, dB = two(student.matmul_backward(G, A, B))
        dA, dB = expect_array(dA, A.shape, what="dA"), expect_array(dB, B.shape, what="dB")
        expect_close(
            np.sum(dA * step_a),
            np.sum(G * (step_a @ B)),
            atol=1e-9,
            what="what a step of A is worth",
        )
        expect_close(
            np.sum(dB * step_b),
            np.sum(G * (A @ step_b)),
            atol=1e-9,
            what="what a step of B is worth",
        )


def test_inputs_unchanged(student, rng):
    for sizes in ((2, 3, 4), (2, 2, 2)):
        G, A, B = case(rng, *sizes)
        expect_close(expect_unchanged(student.matmul_backward, G, A, B), (G @ B.T, A.T @ G))
