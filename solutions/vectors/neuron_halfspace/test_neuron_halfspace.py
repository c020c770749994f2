import numpy as np

from grader.judge.expect import (
    expect_array,
    expect_close,
    expect_raises,
    expect_unchanged,
    expect_vectorised,
)

SIZES = ((3, 2), (2, 3), (1, 2), (4, 1))  # points, dimensions


def neuron(rng, n, d):
    """Points in whole numbers, the first behind the plane; no score and no bias is zero."""
    while True:
        X = rng.integers(-6, 7, size=(n, d)).astype(float)
        w = (rng.permutation(6)[:d] + 2.0) * rng.choice([-1.0, 1.0], size=d)
        b = float(rng.integers(1, 9)) * rng.choice([-1.0, 1.0])
        X[0] = -np.sign(w) * rng.integers(4, 7, size=d)
        if np.all(X @ w != 0) and np.all(np.abs(X @ w + b) > 0.5):
            return X, w, float(b)


def expect_values(student, reference, cases):
    answers = student.signed_distance.map(cases)
    for actual, expected in zip(answers, reference.signed_distance.map(cases), strict=True):
        expect_close(actual, expected)


def test_values(student, reference, rng):
    cases = [neuron(rng, *size) for size in SIZES]
    X, w, b = neuron(rng, 3, 3)
    w[1] = 0.0
    cases.append((X, w, -abs(b)))
    cases.append((rng.normal(size=(20, 6)), rng.normal(size=6), float(rng.normal())))
    expect_values(student, reference, cases)


def test_square(student, reference, rng):
    expect_values(student, reference, [neuron(rng, n, n) for n in (2, 3, 1)])


def test_through_the_origin(student, reference, rng):
    cases = []
    for n, d in ((3, 2), (2, 3)):
        X, w, _ = neuron(rng, n, d)
        cases.append((X, w, 0.0))
    expect_values(student, reference, cases)


def test_unit_of_the_score(student, rng):
    for n, d in ((3, 2), (2, 3)):
        X, w, b = neuron(rng, n, d)
        factors = (1.0, 4.0, 2.0**-100, 2.0**100, -1.0)
        one, *scaled, turned = (
            expect_array(value, (n,))
            for value in student.signed_distance.map([(X, f * w, f * b) for f in factors])
        )
        for other in scaled:
            expect_close(other, one, what="the distances after w and b grew or shrank together")
        expect_close(turned, -one, what="the distances after w and b changed their signs")


def test_walking(student, rng):
    for n, d in ((3, 2), (2, 3), (3, 3)):
        X, w, b = neuron(rng, n, d)
        arrow = w / np.sqrt(w @ w)
        steps = rng.integers(1, 6, size=n) - 0.5
        across = np.zeros(d)
        across[:2] = -w[1], w[0]
        start = expect_array(student.signed_distance(X, w, b), (n,))
        foot = X - start[:, None] * arrow
        cases = [(X + steps[:, None] * arrow, w, b), (X + across, w, b), (foot, w, b)]
        ahead, beside, on_plane = student.signed_distance.map(cases)
        expect_close(ahead, start + steps, what="the distances after steps along w")
        expect_close(beside, start, what="the distances after a step along the plane")
        what = "the distances of the points after walking them back to the plane"
        expect_close(on_plane, np.zeros(n), atol=1e-9, what=what)


def test_zero_weights(student, rng):
    for n, d in ((3, 2), (1, 1)):
        X, w, b = neuron(rng, n, d)
        for bias in (b, 0.0):
            with expect_raises(ValueError):
                student.signed_distance(X, 0 * w, bias)


def test_no_loop(student, reference, rng):
    X, w, b = rng.normal(size=(400, 3)), rng.normal(size=3), 0.5
    value = expect_vectorised(student.signed_distance, (X[:50], w, b), (X, w, b))
    expect_close(value, reference.signed_distance(X, w, b))


def test_inputs_unchanged(student, reference, rng):
    for n, d in ((3, 2), (2, 2)):
        X, w, b = neuron(rng, n, d)
        value = expect_unchanged(student.signed_distance, X, w, b)
        expect_close(value, reference.signed_distance(X, w, b))
