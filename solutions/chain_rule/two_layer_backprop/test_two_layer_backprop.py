import numpy as np

from grader.judge.expect import (
    expect,
    expect_array,
    expect_close,
    expect_gradient,
    expect_unchanged,
    expect_vectorised,
)

SIZES = (
    (2, 2, 2, 2),
    (3, 2, 4, 3),
    (3, 3, 3, 3),
    (6, 4, 5, 2),
)  # examples, inputs, hidden, classes
SHAPES = {"W1": 2, "b1": 3, "W2": 4, "b2": 5}  # place of each parameter among the arguments


def network(rng, n, d, h, c):
    """A batch and parameters, with one decimal so that a small case can be shown."""
    while True:
        X = rng.integers(-15, 16, size=(n, d)) / 10
        W1 = rng.integers(-15, 16, size=(d, h)) / 10
        b1 = rng.integers(-8, 9, size=h) / 10
        W2 = rng.integers(-15, 16, size=(h, c)) / 10
        b2 = rng.integers(-8, 9, size=c) / 10
        case = (X, rng.permutation(n) % c, W1, b1, W2, b2)
        if is_telling(*case):
            return case


def is_telling(X, y, W1, b1, W2, b2):
    """Whether a slip would show: no ReLU near its kink, some open, some shut, nothing saturated.

    With all units shut every gradient of the first layer is zero and proves nothing. So it is where
    a unit counts alike for all classes: the errors of a row add up to zero.
    """
    Z = X @ W1 + b1
    S = np.maximum(Z, 0) @ W2 + b2
    losses = np.log(np.exp(S).sum(axis=1)) - S[np.arange(len(X)), y]
    is_open = Z > 0
    return (
        np.abs(Z).min() > 1e-3
        and 0.2 < np.mean(is_open) < 0.8
        and is_open.any(axis=1).all()
        and (len(X) == 1 or is_open.any(axis=0).all())
        and np.ptp(W2, axis=1).min() > 0.05
        and losses.min() > 0.01
        and losses.max() > 0.1
    )


def two(value):
    """The loss and the gradients, if that is what the function returns."""
    expect(
        isinstance(value, tuple | list) and len(value) == 2,
        "Return two values: the loss and the dict of gradients.",
    )
    return value


def gradients(value):
    """The dict of gradients that the function returns beside the loss."""
    grads = two(value)[1]
    expect(
        isinstance(grads, dict),
        "The second value must be a dict with the gradients under the keys W1, b1, W2 and b2.",
    )
    return grads


def gradient(value, name):
    """One gradient of what the function returns."""
    grads = gradients(value)
    expect(name in grads, "A key is missing: the gradients need W1, b1, W2 and b2.")
    return grads[name]


def expect_slope(student, reference, rng, name):
    """The gradient by one parameter is the measured slope, and exactly the reference's."""
    cases = [network(rng, *size) for size in SIZES]
    place = SHAPES[name]
    for case, answer in zip(cases, student.two_layer.map(cases), strict=True):
        sizes = {"the number of examples": len(case[0])}
        claimed = gradient(answer, name)

        def loss(at, case=case):
            return reference.two_layer(*case[:place], at, *case[place + 1 :])[0]

        what = f"the gradient of the loss by {name}"
        expect_gradient(loss, case[place], claimed, what=what, sizes=sizes)
        # Measured slopes have error bars; a slip as small as a learning rate hides inside them.
        expect_close(claimed, reference.two_layer(*case)[1][name], what=what, sizes=sizes)


def expect_both(actual, expected):
    """Loss and all gradients agree."""
    expect_close(two(actual)[0], expected[0], what="the loss")
    for name in SHAPES:
        expect_close(gradient(actual, name), expected[1][name], what=f"the gradient by {name}")


def test_loss(student, reference, rng):
    cases = [network(rng, *size) for size in ((1, 1, 2, 2), *SIZES)]
    X, y, W1, b1, W2, b2 = cases[-1]
    cases.append((X, y, 1024 * W1, 1024 * b1, W2 / 1024, b2))  # large inside, with the same scores
    for actual, expected in zip(
        student.two_layer.map(cases), reference.two_layer.map(cases), strict=True
    ):
        expect_close(two(actual)[0], expected[0], what="the loss")


def test_keys_and_shapes(student, rng):
    cases = [network(rng, *size) for size in SIZES]
    for case, answer in zip(cases, student.two_layer.map(cases), strict=True):
        loss, grads = two(answer)[0], gradients(answer)
        expect_array(loss, (), what="the loss, a mean over the batch")
        expect(
            set(grads) == set(SHAPES),
            "The keys of the gradients must be W1, b1, W2 and b2, and no others.",
        )
        for name, place in SHAPES.items():
            expect_array(grads[name], case[place].shape, what=f"the gradient by {name}")


def test_slope_w2(student, reference, rng):
    expect_slope(student, reference, rng, "W2")


def test_slope_b2(student, reference, rng):
    expect_slope(student, reference, rng, "b2")


def test_slope_w1(student, reference, rng):
    expect_slope(student, reference, rng, "W1")


def test_slope_b1(student, reference, rng):
    expect_slope(student, reference, rng, "b1")


def test_relu_at_zero(student, reference, rng):
    cases = [network(rng, *size) for size in SIZES[:3]]
    for _, _, W1, b1, W2, b2 in cases:
        W1[:, 0], b1[0] = 0.0, 0.0  # the first unit is at exactly zero for every example
        W2[0] = np.arange(len(b2)) + 1.0  # and its error does not cancel
    for actual, expected in zip(
        student.two_layer.map(cases), reference.two_layer.map(cases), strict=True
    ):
        expect_both(actual, expected)


def test_mean_of_single_examples(student, reference, rng):
    for size in ((3, 2, 4, 3), (3, 3, 3, 3)):
        X, y, *parameters = case = network(rng, *size)
        whole, *singles = student.two_layer.map(
            [case, *((X[i : i + 1], y[i : i + 1], *parameters) for i in range(len(X)))]
        )
        whole = two(whole)
        for name in SHAPES:
            what, shape = f"the gradient by {name}", case[SHAPES[name]].shape
            parts = [expect_array(gradient(value, name), shape, what=what) for value in singles]
            together = expect_array(gradient(whole, name), shape, what=what)
            what = f"the mean over single examples of the gradient by {name}"
            expect_close(np.mean(parts, axis=0), together, what=what)
        expect_close(whole[0], reference.two_layer(*case)[0], what="the loss")


def test_no_loop(student, reference, rng):
    X, y, *parameters = case = network(rng, 48, 3, 4, 3)
    value = expect_vectorised(student.two_layer, (X[:6], y[:6], *parameters), case)
    expect_both(value, reference.two_layer(*case))


def test_inputs_unchanged(student, reference, rng):
    for size in SIZES[:3]:
        case = network(rng, *size)
        value = expect_unchanged(student.two_layer, *case)
        expect_both(value, reference.two_layer(*case))
