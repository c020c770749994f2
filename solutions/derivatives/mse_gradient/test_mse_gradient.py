import numpy as np

from grader.judge.expect import (
    Mismatch,
    expect,
    expect_array,
    expect_close,
    expect_gradient,
    expect_raises,
    expect_unchanged,
)

SIZES = ((1, 2), (2, 1), (3, 2), (3, 3), (7, 4))  # examples, features


def small_problem(rng, n, d):
    """Data and parameters in whole numbers, residuals in halves.

    Drawn again while a sum that a slope is made of is zero: a slope of zero hides a wrong factor,
    and its rounding cannot be told from an error.
    """
    while True:
        X = rng.choice([-4.0, -3.0, -2.0, -1.0, 1.0, 2.0, 3.0, 4.0], size=(n, d))
        w = rng.permutation(d) + 1.0
        b = float(rng.integers(1, 4))
        residual = rng.choice([-2.5, -1.5, -0.5, 0.5, 1.5, 2.5], size=n)
        sums = residual @ X
        if np.all(sums) and sums.sum() != 0 and residual.sum() != 0:
            return X, X @ w + b - residual, w, b


def large_problem(rng, n, d):
    """Data and parameters drawn from normal distributions of different scales."""
    return rng.normal(size=(n, d)), 3 * rng.normal(size=n), rng.normal(size=d), rng.normal()


def problems(rng):
    return [small_problem(rng, *size) for size in SIZES] + [large_problem(rng, 30, 6)]


def three(value):
    """The parts of what the function returns, if there are three."""
    expect(
        isinstance(value, tuple | list) and len(value) == 3,
        "Return three values: the loss, dw and db.",
    )
    return value


def test_loss(student, reference, rng):
    inputs = problems(rng)
    for actual, expected in zip(
        student.mse_and_grads.map(inputs), reference.mse_and_grads.map(inputs), strict=True
    ):
        expect_close(three(actual)[0], expected[0], what="the loss")


def test_weight_slopes(student, reference, rng):
    inputs = problems(rng)
    answers = student.mse_and_grads.map(inputs)
    for (X, y, w, b), answer in zip(inputs, answers, strict=True):
        sizes = {"the number of examples": len(X), "the number of features": len(w)}
        _, dw, _ = three(answer)

        def loss(at, X=X, y=y, b=b):
            return reference.mse_and_grads(X, y, at, b)[0]

        expect_gradient(loss, w, dw, what="the gradient of the loss by w", sizes=sizes)
        expect_close(dw, reference.mse_and_grads(X, y, w, b)[1], what="dw", sizes=sizes)


def test_bias_slope(student, reference, rng):
    inputs = problems(rng)
    answers = student.mse_and_grads.map(inputs)
    for (X, y, w, b), answer in zip(inputs, answers, strict=True):
        sizes = {"the number of examples": len(X), "the number of features": len(w)}
        _, _, db = three(answer)
        db = expect_array(db, (), what="the slope db, as all examples share the bias")

        def loss(at, X=X, y=y, w=w):
            return reference.mse_and_grads(X, y, w, at[0])[0]

        expect_gradient(loss, [b], [db], what="the derivative of the loss by b", sizes=sizes)
        expect_close(db, reference.mse_and_grads(X, y, w, b)[2], what="db", sizes=sizes)


def test_zero_at_the_bottom(student, reference, rng):
    for n, d in ((4, 1), (6, 3)):
        X, y, _, _ = large_problem(rng, n, d)
        best = np.linalg.lstsq(np.column_stack([X, np.ones(n)]), y, rcond=None)[0]
        loss, dw, db = three(student.mse_and_grads(X, y, best[:d], float(best[d])))
        expect_close(loss, reference.mse_and_grads(X, y, best[:d], float(best[d]))[0], what="loss")
        expect_close(dw, np.zeros(d), atol=1e-9, what="dw at the least-squares solution")
        expect_close(db, 0.0, atol=1e-9, what="db at the least-squares solution")


def test_data_set_twice(student, reference, rng):
    for n, d in ((1, 2), (3, 2), (3, 3)):
        X, y, w, b = small_problem(rng, n, d)
        once, twice = student.mse_and_grads.map(
            [(X, y, w, b), (np.vstack([X, X]), np.concatenate([y, y]), w, b)]
        )
        for name, one, two in zip(("loss", "dw", "db"), three(once), three(twice), strict=True):
            one = expect_array(one, (d,) if name == "dw" else ())
            expect_close(two, one, what=f"{name} for every example repeated once")
        expect_close(once[0], reference.mse_and_grads(X, y, w, b)[0], what="the loss")


def test_column_of_targets(student, reference, rng):
    # The statement asks for ValueError; the right answer for the flattened column harms nobody.
    for n, d in ((2, 1), (3, 2), (4, 3)):
        X, y, w, b = small_problem(rng, n, d)
        answer = None
        try:
            with expect_raises(ValueError):
                answer = student.mse_and_grads(X, y.reshape(-1, 1), w, b)
        except Mismatch:
            if answer is None:
                raise
            expected = reference.mse_and_grads(X, y, w, b)
            for actual, right in zip(three(answer), expected, strict=True):
                expect_close(actual, right, what="the result for targets of shape (n, 1)")


def test_stretched_targets(student, rng):
    # One target for many examples would broadcast, and nothing would crash.
    for n, d in ((2, 1), (3, 2)):
        X, y, w, b = small_problem(rng, n, d)
        with expect_raises(ValueError):
            student.mse_and_grads(X, y[:1], w, b)
        with expect_raises(ValueError, TypeError):  # what len() of a number raises will do
            student.mse_and_grads(X, y[0], w, b)


def test_inputs_unchanged(student, reference, rng):
    for n, d in ((3, 2), (2, 2), (8, 3)):
        case = small_problem(rng, n, d)
        value = expect_unchanged(student.mse_and_grads, *case)
        for actual, expected in zip(three(value), reference.mse_and_grads(*case), strict=True):
            expect_close(actual, expected)
