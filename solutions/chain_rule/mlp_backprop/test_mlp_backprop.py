from itertools import pairwise

import numpy as np

from grader.judge.expect import (
    expect,
    expect_array,
    expect_close,
    expect_gradient,
    expect_unchanged,
    expect_vectorised,
)


def network(rng, widths, n):
    """Examples, classes and layers of these widths.

    No unit stands near its kink, some are open for each example, and each has a negative score.
    """
    for _ in range(1000):
        X = rng.normal(size=(n, widths[0]))
        y = (rng.permutation(n) + rng.integers(widths[-1])) % widths[-1]
        layers = [
            (rng.normal(size=(a, b)) * np.sqrt(2 / a), rng.normal(size=b) / 2)
            for a, b in pairwise(widths)
        ]
        sums = sums_of(X, layers)
        away = min(float(np.min(np.abs(S))) for S in sums) > 0.01
        are_open = all(np.all(np.any(S > 0, axis=1)) for S in sums[:-1])
        if away and are_open and np.all(sums[-1].min(axis=1) < -0.2):
            break
    return X, y, layers


def sums_of(X, layers):
    """What the affine part of each layer gives."""
    sums = [X @ layers[0][0] + layers[0][1]]
    for W, b in layers[1:]:
        sums.append(np.maximum(sums[-1], 0) @ W + b)
    return sums


def loss_of(X, y, layers):
    S = sums_of(X, layers)[-1]
    top = S.max(axis=1)
    log_sum = top + np.log(np.exp(S - top[:, None]).sum(axis=1))
    return float(np.mean(log_sum - S[np.arange(len(y)), y]))


def parts(value, layers):
    """The loss and the gradients, if they have the form that was asked for."""
    expect(type(value) in (tuple, list) and len(value) == 2, "Return two values: loss and grads.")
    loss, grads = value
    is_list = type(grads) in (tuple, list) and len(grads) == len(layers)
    expect(is_list, "grads must be a list with one pair for each layer.")
    for pair in grads:
        is_pair = type(pair) in (tuple, list) and len(pair) == 2
        expect(is_pair, "Each entry of grads must be a pair, dW and db.")
    arrays = [
        (
            expect_array(dW, W.shape, what=f"dW of layer {k}"),
            expect_array(db, b.shape, what=f"db of layer {k}"),
        )
        for k, ((dW, db), (W, b)) in enumerate(zip(grads, layers, strict=True))
    ]
    return expect_array(loss, (), what="the loss"), arrays


def named(pairs):
    return {f"{n}{k}": p for k, pair in enumerate(pairs) for n, p in zip("Wb", pair, strict=True)}


def expect_slopes(X, y, layers, grads):
    def loss(at):
        return loss_of(X, y, [(at[f"W{k}"], at[f"b{k}"]) for k in range(len(layers))])

    expect_gradient(loss, named(layers), named(grads), sizes={"batch": len(y)})


def moved(layers, step, sign):
    """The layers after a step, or after the opposite one."""
    return [
        (W + sign * by_W, b + sign * by_b)
        for (W, b), (by_W, by_b) in zip(layers, step, strict=True)
    ]


def test_loss(student, rng):
    for widths, n in (((3, 4, 2), 5), ((2, 3), 4), ((3, 5, 4, 3), 3), ((2, 2, 2), 2)):
        X, y, layers = network(rng, widths, n)
        loss, _ = parts(student.mlp(X, y, layers), layers)
        expect_close(loss, loss_of(X, y, layers), what="the loss")


def test_one_layer(student, rng):
    for widths, n in (((3, 2), 4), ((2, 3), 2), ((2, 2), 2)):
        X, y, layers = network(rng, widths, n)
        _, grads = parts(student.mlp(X, y, layers), layers)
        expect_slopes(X, y, layers, grads)


def test_two_layers(student, rng):
    for widths, n in (((3, 4, 2), 5), ((2, 5, 3), 3), ((3, 3, 3), 3)):
        X, y, layers = network(rng, widths, n)
        _, grads = parts(student.mlp(X, y, layers), layers)
        expect_slopes(X, y, layers, grads)


def test_deep(student, reference, rng):
    for widths, n in (((3, 5, 4, 6, 3), 4), ((2, 4, 4, 4, 4, 4, 2), 3)):
        X, y, layers = network(rng, widths, n)
        _, grads = parts(student.mlp(X, y, layers), layers)
        expect_slopes(X, y, layers, grads)
        right = named(reference.mlp(X, y, layers)[1])
        size = max(float(np.max(np.abs(g))) for g in right.values())
        expect_close(named(grads), right, atol=1e-9 * size, what="the gradients")


def test_gradient_of_the_loss_returned(student, rng):
    X, y, layers = network(rng, (2, 4, 3), 3)
    loss, grads = parts(student.mlp(X, y, layers), layers)
    expect_close(loss, loss_of(X, y, layers), what="the loss")

    step = [(1e-4 * rng.normal(size=W.shape), 1e-4 * rng.normal(size=b.shape)) for W, b in layers]
    ahead, behind = (
        float(parts(student.mlp(X, y, moved(layers, step, sign)), layers)[0]) for sign in (1, -1)
    )
    worth = sum(
        float(np.sum(g * s))
        for gs, ss in zip(grads, step, strict=True)
        for g, s in zip(gs, ss, strict=True)
    )
    what = "what a small step is worth, compared with your own loss"
    expect_close((ahead - behind) / 2, worth, rtol=1e-5, atol=1e-10, what=what)


def test_units_that_are_shut(student, rng):
    X, y, layers = network(rng, (3, 4, 4, 2), 4)
    layers[0][1][1] = -1000.0  # this unit is shut for every example
    _, grads = parts(student.mlp(X, y, layers), layers)
    what = "the slopes by the weights of a shut unit"
    expect_close(grads[0][0][:, 1], np.zeros(3), atol=1e-12, what=what)
    what = "the slopes by the weights behind a shut unit"
    expect_close(grads[1][0][1], np.zeros(4), atol=1e-12, what=what)
    W, b = layers[0]
    still = [(np.zeros_like(W), np.zeros_like(b)), *layers[1:]]
    _, grads = parts(student.mlp(X, y, still), still)
    what = "dW of units that stand exactly at 0"
    expect_close(grads[0][0], np.zeros(W.shape), atol=1e-12, what=what)


def test_large_scores(student, rng):
    X, y, layers = network(rng, (2, 4, 3), 4)
    layers[-1] = (layers[-1][0] * 1e5, layers[-1][1])
    y[0] = np.argmin(sums_of(X, layers)[-1][0])  # sure, and wrong
    loss, grads = parts(student.mlp(X, y, layers), layers)
    right = loss_of(X, y, layers)
    expect_close(loss, right, rtol=1e-9, atol=1e-9, what="the loss")
    for dW, db in grads:
        expect(np.all(np.isfinite(dW)) and np.all(np.isfinite(db)), "A gradient is not finite.")
    shifted = [*layers[:-1], (layers[-1][0], layers[-1][1] + 5000.0)]
    _, again = parts(student.mlp(X, y, shifted), layers)
    size = max(np.max(np.abs(g)) for pair in grads for g in pair)
    what = "the gradients with 5000 added to all scores"
    expect_close(named(again), named(grads), atol=1e-8 * max(size, 1.0), what=what)


def test_no_loop_over_examples(student, rng):
    X, y, layers = network(rng, (3, 4, 2), 8)
    X, y = np.vstack([X] * 8), np.concatenate([y] * 8)
    value = expect_vectorised(student.mlp, (X[:8], y[:8], layers), (X, y, layers))
    loss, grads = parts(value, layers)
    expect_close(loss, loss_of(X, y, layers), what="the loss")
    expect_slopes(X, y, layers, grads)


def test_inputs_unchanged(student, rng):
    for widths, n in (((3, 4, 2), 3), ((2, 2, 2), 2)):
        X, y, layers = network(rng, widths, n)
        value = expect_unchanged(student.mlp, X, y, layers)
        loss, grads = parts(value, layers)
        expect_close(loss, loss_of(X, y, layers), what="the loss")
        expect_slopes(X, y, layers, grads)
