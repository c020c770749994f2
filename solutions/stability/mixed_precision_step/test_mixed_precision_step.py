import numpy as np

from grader.judge.expect import expect, expect_array, expect_close, expect_unchanged


def batch(rng, n, d, c, size=1.0):
    """Parameters and examples in quarters, the classes not all alike."""
    W = (rng.integers(-8, 9, size=(d, c)) / 4 * size).astype(np.float32)
    b = (rng.integers(-8, 9, size=c) / 4).astype(np.float32)
    X = (rng.integers(1, 9, size=(n, d)) / 4 * rng.choice([-1, 1], size=(n, d))).astype(np.float16)
    y = (rng.permutation(n) + rng.integers(c)) % c
    return W, b, X, y


def gradients(W, b, X, y):
    """The loss and its gradients in float64."""
    W, b, X = (a.astype(float) for a in (W, b, X))
    S = X @ W + b
    S = S - S.max(axis=1, keepdims=True)
    total = np.exp(S).sum(axis=1)
    loss = float(np.mean(np.log(total) - S[np.arange(len(y)), y]))
    dS = (np.exp(S) / total[:, None] - np.eye(S.shape[1])[y]) / len(y)
    return loss, X.T @ dS, dS.sum(axis=0)


def four(value, W, b):
    expect(
        type(value) in (tuple, list) and len(value) == 4, "Return four values: loss, W, b and done."
    )
    loss, new_W, new_b, done = value
    for name, array in (("W", new_W), ("b", new_b)):
        is_single = getattr(array, "dtype", None) == np.float32
        expect(is_single, f"The new {name} must be a float32 array.")
    loss = expect_array(loss, (), what="the loss")
    new_W = expect_array(new_W, W.shape, what="W").astype(float)
    new_b = expect_array(new_b, b.shape, what="b").astype(float)
    expect(type(done) in (bool, np.bool_), "done must be True or False.")
    return loss, new_W, new_b, bool(done)


def expect_step(value, W, b, X, y, scale, lr, c):
    """The loss, and that each parameter moved as it should."""
    loss, new_W, new_b, done = four(value, W, b)
    right, dW, db = gradients(W, b, X, y)
    expect_close(loss, right, rtol=1e-4, atol=1e-4, what="the loss")
    expect(done, "No gradient overflows here, so the step must be done.")
    norm = float(np.sqrt(np.sum(dW**2) + np.sum(db**2)))
    factor = lr * min(1.0, c / norm) if norm else 0.0
    for name, new, old, g in (("W", new_W, W, dW), ("b", new_b, b, db)):
        right = old.astype(float) - factor * g
        # float16 keeps 11 binary digits, and less below its full precision; float32 keeps 24 of W.
        noise = factor * 2.0**-25 / scale * 4 + 2.0**-22 * np.max(np.abs(old))
        expect_close(
            new - old,
            right - old,
            rtol=2e-3,
            atol=float(noise + 1e-30),
            what=f"the new {name}",
        )


def test_plain_step(student, rng):
    for n, d, c in ((5, 3, 4), (2, 4, 3), (3, 3, 3), (1, 1, 2)):
        case = (*batch(rng, n, d, c), 256, 0.5, 1000.0)
        expect_step(student.train_step(*case), *case)


def test_large_scores(student, rng):
    for size in (1000.0, 40000.0):
        W, b, X, y = batch(rng, 4, 3, 3, size)
        S = X.astype(float) @ W.astype(float)
        y[0] = np.argmin(S[0])  # sure, and wrong
        W[0, 0] = size * 2
        case = (W, b, X, y, 16, 0.5, 1000.0)
        expect_step(student.train_step(*case), *case)


def test_small_gradients(student, rng):
    for n in (3, 4):
        W, b, X, y = batch(rng, n, 2, 3, 0.0)
        X = (np.abs(X) * 2.0**-20).astype(np.float16)  # so that W's gradients are near 1e-6
        case = (W, b / 4, X, y, 4096, 100.0, 2.0)
        expect_step(student.train_step(*case), *case)


def expect_left_out(value, W, b, X, y):
    loss, new_W, new_b, done = four(value, W, b)
    right, _, _ = gradients(W, b, X, y)
    expect(not done, "A gradient overflows in float16 here, so the step must be left out.")
    expect_close(loss, right, rtol=1e-4, atol=1e-4, what="the loss")
    expect_close(new_W, W.astype(float), rtol=0, atol=0, what="W of a step that is left out")
    expect_close(new_b, b.astype(float), rtol=0, atol=0, what="b of a step that is left out")


def test_left_out_at_overflow(student, rng):
    for n, d, c in ((3, 2, 3), (2, 3, 2)):
        W, b, X, _ = batch(rng, n, d, c, 2.0**-10)
        # All scores are quarters, and only the first row of W has a gradient that overflows.
        X = np.zeros_like(X)
        X[:, 0] = 1024
        y = np.full(n, np.argmin(1024 * W[0] + b))
        expect_left_out(student.train_step(W, b, X, y, 1024, 0.5, 1000.0), W, b, X, y)
    for n, d, c in ((3, 2, 3), (2, 2, 2)):
        # Moderate gradients, and far too high a scale.
        W, b, X, _ = batch(rng, n, d, c, 0.0)
        b, X, y = b * 0, np.abs(X), np.zeros(n, dtype=int)
        expect_left_out(student.train_step(W, b, X, y, 2**22, 0.5, 1000.0), W, b, X, y)


def test_clipping(student, rng):
    for c in (0.125, 0.01):
        for n, d, k in ((4, 3, 3), (2, 2, 3)):
            W, b, X, y = batch(rng, n, d, k, 0.0)
            X = np.abs(X)
            y = np.zeros(n, dtype=int)
            case = (W, b * 0, X, y, 64, 0.5, c)
            expect_step(student.train_step(*case), *case)


def test_no_gradient(student, rng):
    W, b, X, _ = batch(rng, 3, 2, 1)
    case = (W, b, X, np.zeros(3, dtype=int), 1024, 0.5, 1.0)
    expect_step(student.train_step(*case), *case)


def test_inputs_unchanged(student, rng):
    for n, d, c in ((3, 2, 4), (2, 2, 2)):
        case = (*batch(rng, n, d, c), 64, 0.5, 0.25)
        expect_step(expect_unchanged(student.train_step, *case), *case)
