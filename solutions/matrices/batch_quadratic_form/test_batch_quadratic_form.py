import numpy as np

from grader.judge.expect import (
    expect,
    expect_array,
    expect_close,
    expect_unchanged,
    expect_vectorised,
)


def whole(rng, *shape):
    """Whole numbers from 1 to 5 with signs, none of them zero."""
    return rng.integers(1, 6, size=shape) * rng.choice([-1.0, 1.0], size=shape)


def heights(X, A):
    return np.array([x @ (A @ x) for x in X])


def case(rng, n, d):
    """Rows and a matrix with no height of zero, and with cross terms that do not cancel."""
    while True:
        X, A = whole(rng, n, d), whole(rng, d, d)
        q = heights(X, A)
        if np.all(q) and (d == 1 or np.all(q != X**2 @ np.diag(A))):
            return X, A


def test_values(student, rng):
    inputs = [case(rng, n, d) for n, d in ((2, 3), (3, 2), (4, 2), (2, 4))]
    inputs.append((rng.normal(size=(30, 6)), rng.normal(size=(6, 6))))
    for (X, A), q in zip(inputs, student.quadratic_forms.map(inputs), strict=True):
        expect_close(expect_array(q, (len(X),)), heights(X, A), rtol=1e-9, atol=1e-9)


def test_square(student, rng):
    # As many examples as features: a sum along the wrong axis has the right shape.
    for n in (2, 3):
        X, A = case(rng, n, n)
        while np.any(heights(X, A) == heights(X.T, A)) or np.any(
            np.sum(X @ A * X, axis=0) == heights(X, A)
        ):
            X, A = case(rng, n, n)
        expect_close(expect_array(student.quadratic_forms(X, A), (n,)), heights(X, A))


def test_one_of_a_kind(student, rng):
    for n, d in ((1, 1), (1, 3), (3, 1)):
        X, A = case(rng, n, d)
        expect_close(expect_array(student.quadratic_forms(X, A), (n,)), heights(X, A))


def test_symmetric_part(student, rng):
    # Even numbers, so that halves are whole and the sums exact.
    for n, d in ((2, 3), (3, 2), (2, 2)):
        X, A = case(rng, n, d)
        A = 2 * A
        inputs = [(X, A), (X, (A + A.T) / 2), (X, A.T), (X, A - A.T)]
        whole_form, *others, nothing = (
            expect_array(q, (n,)) for q in student.quadratic_forms.map(inputs)
        )
        for other, name in zip(others, ("the symmetric part of A", "A transposed"), strict=True):
            expect_close(other, whole_form, atol=1e-9, what=f"the numbers for {name}")
        expect_close(nothing, np.zeros(n), atol=1e-9, what="the numbers for A minus A transposed")


def test_parabolas(student, rng):
    for n, d in ((2, 3), (3, 2), (2, 2)):
        X, A = case(rng, n, d)
        inputs = [(X, A), (-X, A), (3 * X, A), (X, np.eye(d))]
        q, mirrored, tripled, lengths = (
            expect_array(q, (n,)) for q in student.quadratic_forms.map(inputs)
        )
        expect_close(mirrored, q, atol=1e-9, what="the numbers for -X")
        expect_close(tripled, 9 * q, atol=1e-9, what="the numbers for 3X")
        expect_close(lengths, np.sum(X**2, axis=1), what="the numbers for the identity")


def test_many_rows(student, rng):
    X, A = rng.normal(size=(20_000, 4)), rng.normal(size=(4, 4))
    q = expect_array(student.quadratic_forms(X, A), (len(X),))
    expect(
        np.allclose(q, np.sum(X @ A * X, axis=1), rtol=1e-9, atol=1e-9),
        "The numbers are wrong when there are many rows.",
    )


def test_no_loop(student, rng):
    X, A = case(rng, 64, 3)
    value = expect_vectorised(student.quadratic_forms, (X[:8], A), (X, A))
    expect_close(value, heights(X, A))


def test_inputs_unchanged(student, rng):
    for n, d in ((3, 2), (2, 2), (1, 3)):
        X, A = case(rng, n, d)
        expect_close(expect_unchanged(student.quadratic_forms, X, A), heights(X, A))
