import numpy as np

from grader.judge.expect import expect, expect_array, expect_close, expect_unchanged, expect_vjp

SHAPES = (((2, 3), 4), ((4, 2), 3), ((2, 2, 3), 2), ((3, 2, 1, 2), 2))  # of X, and M


def case(rng, shape, m):
    """dout, X, W and b in small whole numbers, none of them zero."""
    d = int(np.prod(shape[1:]))
    return tuple(
        rng.integers(1, 6, size=size) * rng.choice([-1.0, 1.0], size=size)
        for size in ((shape[0], m), shape, (d, m), (m,))
    )


def forward(X, W, b):
    return X.reshape(len(X), -1) @ W + b


def three(value):
    expect(
        isinstance(value, tuple | list) and len(value) == 3,
        "Return three arrays, the slopes by X, by W and by b.",
    )
    return value


def test_shapes(student, rng):
    for shape, m in (*SHAPES, ((1, 3), 2), ((3, 1), 1), ((1, 1), 3), ((2, 1, 2), 1)):
        dout, X, W, b = case(rng, shape, m)
        dX, dW, db = three(student.affine_backward(dout, X, W, b))
        expect_array(dX, X.shape, what="dX")
        expect_array(dW, W.shape, what="dW")
        expect_array(db, b.shape, what="db")


def test_slope_by_x(student, rng):
    for shape, m in SHAPES:
        dout, X, W, b = case(rng, shape, m)
        dX, _, _ = three(student.affine_backward(dout, X, W, b))
        expect_vjp(lambda X, W=W, b=b: forward(X, W, b), X, dout, dX, what="dX")


def test_slope_by_w(student, rng):
    for shape, m in SHAPES:
        dout, X, W, b = case(rng, shape, m)
        _, dW, _ = three(student.affine_backward(dout, X, W, b))
        expect_vjp(lambda W, X=X, b=b: forward(X, W, b), W, dout, dW, what="dW")


def test_slope_by_b(student, rng):
    for shape, m in SHAPES:
        dout, X, W, b = case(rng, shape, m)
        _, _, db = three(student.affine_backward(dout, X, W, b))
        expect_vjp(lambda b, X=X, W=W: forward(X, W, b), b, dout, db, what="db")


def test_square(student, rng):
    # Examples, features and outputs are equally many: shapes tell nothing.
    for n in (2, 3):
        while True:
            dout, X, W, b = case(rng, (n, n), n)
            if not np.array_equal(dout, dout.T) and not np.array_equal(W, W.T):
                break
        right = (dout @ W.T, X.T @ dout, dout.sum(axis=0))
        expect_close(student.affine_backward(dout, X, W, b), right)


def test_the_same_example_twice(student, rng):
    dout, X, W, b = case(rng, (3, 2, 2), 2)
    again = (np.vstack([dout, dout[:1]]), np.concatenate([X, X[:1]]), W, b)
    alone = (dout[:1], X[:1], W, b)
    (_, dW, db), (_, more_w, more_b), (_, own_w, own_b) = (
        three(value) for value in student.affine_backward.map([(dout, X, W, b), again, alone])
    )
    dW, more_w, own_w = (expect_array(one, W.shape, what="dW") for one in (dW, more_w, own_w))
    db, more_b, own_b = (expect_array(one, b.shape, what="db") for one in (db, more_b, own_b))
    expect_close(more_w - dW, own_w, what="what the second copy adds to dW")
    expect_close(more_b - db, own_b, what="what the second copy adds to db")
    expect_close(own_b, dout[0], what="db of one example")


def test_inputs_unchanged(student, rng):
    for shape, m in ((2, 3), 2), ((2, 2, 2), 3):
        dout, X, W, b = case(rng, shape, m)
        answer = expect_unchanged(student.affine_backward, dout, X, W, b)
        right = ((dout @ W.T).reshape(shape), X.reshape(len(X), -1).T @ dout, dout.sum(axis=0))
        expect_close(answer, right)
