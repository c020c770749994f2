import numpy as np

from grader.judge.expect import code, expect_array, expect_close, expect_unchanged

RAISES = """
calls = []

def f(x):
    calls.append(x)
    if len(calls) > 2:
        raise ValueError("enough")
    return 1.0

try:
    numerical_gradient(f, x)
except ValueError:
    pass
x.tolist()
"""
RAISED = """
def f(x):
    raise KeyError("no such knob")

try:
    numerical_gradient(f, x)
    said = "nothing"
except KeyError:
    said = "KeyError"
said
"""
SHAPES = ((2, 3), (3,), (2, 2), (2, 2, 2), (3, 1), (1,), ())


def whole(rng, shape):
    """Whole numbers from 2 to 5 in size, with signs."""
    return np.asarray(rng.integers(2, 6, size=shape) * rng.choice([-1.0, 1.0], size=shape))


def weights(rng, shape):
    """Different whole numbers, so that no two places have the same slope."""
    return (rng.permutation(int(np.prod(shape))).reshape(shape) + 2.0).tolist()


def test_given_step(student, rng):
    for shape in ((3,), (2, 3)):
        x, w = whole(rng, shape) / 1.25, weights(rng, shape)
        f = code(f"lambda x: np.sum(np.array({w}) * x**3)")
        for h in (0.5, 0.1):
            right = np.array(w) * (3 * x**2 + h**2)
            expect_close(student.numerical_gradient(f, x, h), right, rtol=1e-10)


def test_every_shape(student, rng):
    for shape in SHAPES:
        x, w = whole(rng, shape), weights(rng, shape)
        f = code(f"lambda x: float(np.sum(np.array({w}) * x * x))")
        value = student.numerical_gradient(f, x, 0.5)
        expect_close(expect_array(value, shape), 2 * np.array(w) * x, rtol=1e-8)


def test_function_sees_the_shape(student, rng):
    x = whole(rng, (2, 3))
    f = code("lambda x: float(x[0] @ x[1])")
    expect_close(student.numerical_gradient(f, x, 0.5), x[::-1].copy(), rtol=1e-8)
    x = whole(rng, (2, 2))
    f = code("lambda x: float((x @ np.array([1.0, 2.0])) @ np.array([1.0, -1.0]))")
    right = np.array([[1.0, 2.0], [-1.0, -2.0]])
    expect_close(student.numerical_gradient(f, x, 0.5), right, rtol=1e-8)


def test_chosen_step(student, rng):
    x = rng.integers(3, 15, size=4) / 10 * rng.choice([-1.0, 1.0], size=4)
    x[:2] = np.abs(x[:2])
    f = code("lambda x: float(np.sum(np.sin(x)) + np.exp(x[0] * x[1]))")
    inner = np.exp(x[0] * x[1])
    right = np.cos(x) + np.array([x[1] * inner, x[0] * inner, 0.0, 0.0])
    expect_close(student.numerical_gradient(f, x), right, rtol=1e-6, atol=1e-6)


def test_large_and_tiny(student, rng):
    for size in (1e8, 1e7, 1e3, 1e-4, 1e-8):
        x = size * rng.integers(3, 10, size=3) / 4 * rng.choice([-1.0, 1.0], size=3)
        scale = max(size, 1.0)
        f = code(f"lambda x: float(np.sum(np.sin(x / {scale} + 0.4)))")
        slopes = expect_array(student.numerical_gradient(f, x), (3,))
        expect_close(
            slopes * scale,
            np.cos(x / scale + 0.4),
            rtol=1e-6,
            atol=1e-6,
            what="the scaled slopes",
        )
    x = np.array([3e7, -2.0, 5e-7]) * float(rng.integers(2, 5))
    scale = np.maximum(np.abs(x), 1.0)
    f = code(f"lambda x: float(np.sum(np.sin(x / np.array({scale.tolist()}) + 0.4)))")
    slopes = expect_array(student.numerical_gradient(f, x), (3,))
    expect_close(
        slopes * scale, np.cos(x / scale + 0.4), rtol=1e-6, atol=1e-6, what="the scaled slopes"
    )


def test_whole_numbers(student, rng):
    for shape in ((3,), (2, 2), ()):
        x, w = whole(rng, shape).astype(int), weights(rng, shape)
        f = code(f"lambda x: float(np.sum(np.array({w}) * x * x / 4))")
        right = np.array(w) * x / 2
        expect_close(student.numerical_gradient(f, x, 0.25), right, rtol=1e-8)
        expect_close(student.numerical_gradient(f, x), right, rtol=1e-6, atol=1e-6)


def test_stays_after_an_exception(student, rng):
    for shape in ((3,), (2, 2)):
        x = whole(rng, shape)
        expect_close(student.evaluate(RAISES, x=x), x.tolist(), rtol=0, atol=0, what="x afterwards")
        expect_close(student.evaluate(RAISED, x=x), "KeyError", what="what the caller hears")


def test_input_unchanged(student, rng):
    f = code("lambda x: float(np.sum(x**2))")
    for shape in ((3,), (2, 2), (1,)):
        x = rng.normal(size=shape)
        expect_close(
            expect_unchanged(student.numerical_gradient, f, x), 2 * x, rtol=1e-6, atol=1e-6
        )
