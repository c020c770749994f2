from itertools import pairwise

import numpy as np

from grader.judge.expect import expect, expect_array, expect_close, expect_unchanged


def whole(rng, *shape):
    """Whole numbers from 1 to 5 with signs, none of them zero."""
    return rng.integers(1, 6, size=shape) * rng.choice([-1.0, 1.0], size=shape)


def stack(rng, *sizes):
    """Layers from the first size to the last, in whole numbers."""
    return [(whole(rng, n, m), whole(rng, m)) for n, m in pairwise(sizes)]


def square_stack(rng, n, depth):
    """Square layers that no other order replaces, and biases that do not cancel."""
    while True:
        layers = stack(rng, *[n] * (depth + 1))
        W, b = in_turn(layers)
        reversed_W, reversed_b = in_turn(layers[::-1])
        if not np.array_equal(W, reversed_W) and not np.array_equal(b, reversed_b):
            return layers


def in_turn(layers):
    """The one layer, found by sending the origin and the unit vectors through all of them."""
    n = len(layers[0][0])
    rows = np.vstack([np.zeros(n), np.eye(n)])
    for W, b in layers:
        rows = rows @ W + b
    return rows[1:] - rows[0], rows[0]


def two(answer):
    expect(isinstance(answer, tuple | list) and len(answer) == 2, "Return two arrays, W and b.")
    return answer


def expect_layer(answer, layers, part=None):
    right_W, right_b = in_turn(layers)
    W, b = two(answer)
    if part != "b":
        expect_close(expect_array(W, right_W.shape, what="W"), right_W, what="W")
    if part != "W":
        expect_close(expect_array(b, right_b.shape, what="b"), right_b, what="b")


SIZES = ((2, 3, 4), (3, 2, 4), (4, 2, 3, 2), (2, 4, 3, 2, 3))


def test_weights(student, rng):
    inputs = [stack(rng, *sizes) for sizes in SIZES]
    for layers, answer in zip(inputs, student.collapse.map(inputs), strict=True):
        expect_layer(answer, layers, "W")


def test_biases(student, rng):
    inputs = [stack(rng, *sizes) for sizes in SIZES]
    for layers, answer in zip(inputs, student.collapse.map(inputs), strict=True):
        expect_layer(answer, layers, "b")


def test_square(student, rng):
    # Every order of the factors fits here; only one is right.
    inputs = [square_stack(rng, n, depth) for n, depth in ((2, 2), (2, 3), (3, 2))]
    for layers, answer in zip(inputs, student.collapse.map(inputs), strict=True):
        expect_layer(answer, layers)


def test_sizes_of_one(student, rng):
    inputs = [stack(rng, *sizes) for sizes in ((1, 1), (1, 1, 1), (2, 1, 3), (1, 3, 1), (3, 2))]
    for layers, answer in zip(inputs, student.collapse.map(inputs), strict=True):
        expect_layer(answer, layers)


def test_identity_layer(student, rng):
    layers = stack(rng, 2, 3, 2)
    for place, n in ((0, 2), (1, 3), (2, 2)):
        longer = [*layers[:place], (np.eye(n), np.zeros(n)), *layers[place:]]
        expect_layer(student.collapse(longer), layers)


def test_deep_stack(student, rng):
    # Turns, mirrors and small shifts: nothing grows, and hardly a digit is lost on the way.
    layers = []
    for depth in range(50):
        angle = rng.uniform(0.3, 1.2)
        turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
        if depth % 3 == 0:
            turn = turn[::-1].copy()  # mirrored, so that the order counts
        layers.append((turn, rng.uniform(0.5, 1.5, size=2)))
    right_W, right_b = in_turn(layers)
    W, b = two(student.collapse(layers))
    expect_close(expect_array(W, (2, 2), what="W"), right_W, atol=1e-9, what="W")
    expect_close(expect_array(b, (2,), what="b"), right_b, atol=1e-9, what="b")


def test_inputs_unchanged(student, rng):
    for layers in (square_stack(rng, 2, 3), stack(rng, 2, 3, 2), stack(rng, 2, 2)):
        expect_layer(expect_unchanged(student.collapse, layers), layers)
