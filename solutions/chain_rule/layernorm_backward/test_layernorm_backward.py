import numpy as np

from grader.judge.expect import (
    expect,
    expect_array,
    expect_close,
    expect_gradient,
    expect_unchanged,
)

BOTH = """
Y, cache = layernorm(X, g, b, eps)
[Y, *layernorm_backward(dY, cache)]
"""
TWO = """
_, first = layernorm(X, g, b, eps)
_, second = layernorm(2 * X[::-1] + 1, 3 * g, b, eps)
one = layernorm_backward(dY, first)
layernorm_backward(dY, second)
[*one, *layernorm_backward(dY, first)]
"""
SIZES = ((2, 3), (3, 2), (4, 5), (3, 3), (1, 4))


def inputs(rng, n, d):
    """Rows of different numbers in halves; gain and upstream gradient are not uniform."""
    X = np.array([rng.permutation(4 * d)[:d] / 2 - d for _ in range(n)])
    g = (rng.permutation(d) + 3) / 5 * rng.choice([-1.0, 1.0], size=d)
    b = rng.permutation(d) + 1.0
    dY = (rng.permutation(n * d).reshape(n, d) - 1.5) / 5
    return X, g, b, dY


def forward(X, g, b, eps):
    c = X - X.mean(axis=1, keepdims=True)
    return g * (c / np.sqrt((c * c).mean(axis=1, keepdims=True) + eps)) + b


def back(X, g, dY, eps):
    """The gradients by the matrix of slopes of each row, written out."""
    n, d = X.shape
    c = X - X.mean(axis=1, keepdims=True)
    s = np.sqrt((c * c).mean(axis=1, keepdims=True) + eps)
    rows = []
    for k in range(n):
        J = (np.eye(d) - 1 / d) / s[k] - np.outer(c[k], c[k]) / (d * s[k] ** 3)
        rows.append(J @ (dY[k] * g))
    return np.array(rows), (dY * c / s).sum(axis=0), dY.sum(axis=0)


def gradients(value, n, d):
    expect(type(value) in (tuple, list) and len(value) == 4, "The way back gives dX, dg and db.")
    shapes = (n, d), (d,), (d,)
    names = "dX", "dg", "db"
    return [
        expect_array(v, shape, what=name)
        for v, shape, name in zip(value[1:], shapes, names, strict=True)
    ]


def run(student, X, g, b, eps, dY):
    return student.evaluate(BOTH, X=X, g=g, b=b, eps=eps, dY=dY)


def test_forward(student, rng):
    for n, d in SIZES:
        X, g, b, _ = inputs(rng, n, d)
        for eps in (1e-5, 2.0):
            value = student.layernorm(X, g, b, eps)
            expect(
                type(value) in (tuple, list) and len(value) == 2, "Return two values: Y and cache."
            )
            expect_close(expect_array(value[0], (n, d), what="Y"), forward(X, g, b, eps), what="Y")


def test_back_to_the_input(student, rng):
    for n, d in SIZES:
        X, g, b, dY = inputs(rng, n, d)
        eps = 0.5
        dX, _, _ = gradients(run(student, X, g, b, eps, dY), n, d)
        expect_gradient(
            lambda at, g=g, b=b, dY=dY: np.sum(dY * forward(at, g, b, 0.5)), X, dX, what="dX"
        )
        right = back(X, g, dY, eps)[0]
        expect_close(dX, right, atol=1e-9 * np.max(np.abs(right)), what="dX")


def test_back_to_gain_and_bias(student, rng):
    for n, d in SIZES:
        X, g, b, dY = inputs(rng, n, d)
        _, dg, db = gradients(run(student, X, g, b, 1e-5, dY), n, d)
        _, right_g, right_b = back(X, g, dY, 1e-5)
        expect_close(dg, right_g, atol=1e-9 * (1 + np.max(np.abs(right_g))), what="dg")
        expect_close(db, right_b, atol=1e-9 * (1 + np.max(np.abs(right_b))), what="db")


def test_one_number_a_row(student, rng):
    X, g, b, dY = inputs(rng, 3, 1)
    value = run(student, X, g, b, 1e-3, dY)
    dX, dg, db = gradients(value, 3, 1)
    expect_close(expect_array(value[0], (3, 1)), b + 0 * X, what="Y")
    expect_close(dX, np.zeros((3, 1)), atol=1e-9, what="dX")
    expect_close(dg, np.zeros(1), atol=1e-9, what="dg")
    expect_close(db, dY.sum(axis=0), what="db")


def test_what_is_taken_away(student, rng):
    X, g, b, dY = inputs(rng, 3, 5)
    value = run(student, X, g, b, 1e-12, dY)
    dX, _, _ = gradients(value, 3, 5)
    normal = (expect_array(value[0], (3, 5)) - b) / g
    size = np.max(np.abs(dX))
    expect(size > 1e-3, "dX must not be zero for an upstream gradient that is not uniform.")
    expect_close(dX.sum(axis=1), np.zeros(3), atol=1e-9 * size, what="the sums of the rows of dX")
    expect_close(
        (dX * normal).sum(axis=1),
        np.zeros(3),
        atol=1e-6 * size,
        what="dX along the normalised rows",
    )
    shifted = run(student, X + 3.0, g, b, 1e-12, dY)
    expect_close(shifted[0], np.asarray(value[0]), rtol=1e-8, what="Y with 3 added to X")


def test_two_caches(student, rng):
    X, g, b, dY = inputs(rng, 2, 3)
    value = student.evaluate(TWO, X=X, g=g, b=b, eps=0.5, dY=dY)
    expect(type(value) is list and len(value) == 6, "The way back gives dX, dg and db.")
    right = back(X, g, dY, 0.5)
    for got, one in zip(value, right * 2, strict=True):
        expect_close(
            got, one, rtol=1e-8, atol=1e-9, what="a gradient while another cache is in use"
        )


def test_inputs_unchanged(student, rng):
    X, g, b, _ = inputs(rng, 2, 3)
    value = expect_unchanged(student.layernorm, X, g, b, 0.5)
    expect_close(expect_array(value[0], (2, 3), what="Y"), forward(X, g, b, 0.5), what="Y")
    X, g, b, dY = inputs(rng, 3, 3)
    kept = student.evaluate(
        "_, cache = layernorm(X, g, b, eps)\nlayernorm_backward(dY, cache)\n[X, g, b, dY]",
        X=X,
        g=g,
        b=b,
        eps=0.5,
        dY=dY,
    )
    expect_close(kept, [X, g, b, dY], rtol=0, atol=0, what="an argument after the way back")
