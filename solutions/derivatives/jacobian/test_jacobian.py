import numpy as np

from grader.judge.expect import code, expect_array, expect_close, expect_unchanged

SAME_ARRAY = """
import numpy as np

out = np.zeros(2)

def f(x):
    out[0], out[1] = x[0] * x[1], 3 * x[0]
    return out

jacobian(f, x, 0.5)
"""
WRITES = """
def f(x):
    x *= 2
    return x[:2] + x[1:]

jacobian(f, x, 0.5)
"""


def whole(rng, shape):
    """Whole numbers from 2 to 5 in size, with signs."""
    return rng.integers(2, 6, size=shape) * rng.choice([-1.0, 1.0], size=shape)


def matrix(rng, m, n):
    """Different whole numbers, no two alike in size, so that no transpose or sum is the same."""
    return (rng.permutation(m * n).reshape(m, n) + 2) * rng.choice([-1.0, 1.0], size=(m, n))


def test_linear_maps(student, rng):
    for m, n in ((2, 3), (3, 2), (1, 4), (4, 1), (3, 3), (1, 1)):
        A, x = matrix(rng, m, n), whole(rng, n)
        f = code(f"lambda x: np.array({A.tolist()}) @ x")
        value = expect_array(student.jacobian(f, x, 0.5), (m, n))
        expect_close(value, A, rtol=1e-8, atol=1e-9)


def test_central(student, rng):
    for m, n in ((2, 3), (3, 2), (2, 2)):
        A, x = matrix(rng, m, n), whole(rng, n) / 1.25
        f = code(f"lambda x: np.array({A.tolist()}) @ x**3")
        for h in (0.5, 0.1):
            right = A * (3 * x**2 + h**2)
            expect_close(student.jacobian(f, x, h), right, rtol=1e-10)


def test_curved(student, rng):
    x = rng.integers(3, 15, size=3) / 10 * rng.choice([-1.0, 1.0], size=3)
    source = "lambda x: np.array([np.exp(x[0] * x[1]), np.sin(x[2]) * x[0], x[1]**2, x[0] - x[2]])"
    claimed = expect_array(student.jacobian(code(source), x), (4, 3))
    e = np.exp(x[0] * x[1])
    right = np.array(
        [
            [x[1] * e, x[0] * e, 0.0],
            [np.sin(x[2]), 0.0, np.cos(x[2]) * x[0]],
            [0.0, 2 * x[1], 0.0],
            [1.0, 0.0, -1.0],
        ]
    )
    expect_close(claimed, right, rtol=1e-6, atol=1e-6)


def test_chain_rule(student, rng):
    x = rng.integers(3, 12, size=3) / 10
    inner = "np.array([x[0] * x[1], np.sin(x[2])])"
    outer = "np.array([y[0] + y[1]**2, y[0] * y[1], y[0]**2])"
    y = np.array([x[0] * x[1], np.sin(x[2])])
    first = expect_array(student.jacobian(code(f"lambda x: {inner}"), x), (2, 3))
    second = expect_array(student.jacobian(code(f"lambda y: {outer}"), y), (3, 2))
    both = student.jacobian(code(f"lambda x: (lambda y: {outer})({inner})"), x)
    expect_close(
        both, second @ first, rtol=1e-6, atol=1e-6, what="the Jacobian of both functions in a row"
    )
    e = np.array([[1.0, 2 * y[1]], [y[1], y[0]], [2 * y[0], 0.0]])
    expect_close(second, e, rtol=1e-6, atol=1e-6, what="the Jacobian of the outer function")


def test_one_number(student, rng):
    x = whole(rng, 3)
    for source in ("lambda x: float(x @ x)", "lambda x: x @ x", "lambda x: np.array(x @ x)"):
        value = expect_array(student.jacobian(code(source), x, 0.5), (1, 3))
        expect_close(value, 2 * x[None, :], rtol=1e-8)


def test_lists_and_tuples(student, rng):
    x = whole(rng, 2)
    right = np.array([[x[1], x[0]], [0.0, 3.0], [2 * x[0], 0.0]])
    for source in (
        "lambda x: [x[0] * x[1], 3 * x[1], x[0] ** 2]",
        "lambda x: (x[0] * x[1], 3 * x[1], x[0] ** 2)",
    ):
        expect_close(student.jacobian(code(source), x, 0.5), right, rtol=1e-8, atol=1e-9)


def test_functions_that_write(student, rng):
    x = whole(rng, 3)
    right = np.array([[2.0, 2.0, 0.0], [0.0, 2.0, 2.0]])
    value = student.evaluate(WRITES, x=x)
    expect_close(
        value, right, rtol=1e-8, atol=1e-9, what="the Jacobian of a function that writes into x"
    )
    x = whole(rng, 2)
    right = np.array([[x[1], x[0]], [3.0, 0.0]])
    value = student.evaluate(SAME_ARRAY, x=x)
    expect_close(
        value,
        right,
        rtol=1e-8,
        atol=1e-9,
        what="the Jacobian of a function with one array for all results",
    )


def test_large_and_tiny(student, rng):
    for sizes in ([1e8, 4e7], [1e-8, 3e-5], [3e7, 1.0, 5e-7]):
        x = (
            np.array(sizes)
            * float(rng.integers(2, 5))
            * np.where(np.arange(len(sizes)) == 1, -1, 1)
        )
        scale = np.maximum(np.abs(x), 1.0)
        f = code(f"lambda x: np.append(np.sin(x / np.array({scale.tolist()}) + 0.4), 1.0)")
        value = expect_array(student.jacobian(f, x), (len(x) + 1, len(x))) * scale
        right = np.vstack([np.diag(np.cos(x / scale + 0.4)), np.zeros(len(x))])
        expect_close(value, right, rtol=1e-6, atol=1e-6, what="the scaled Jacobian")


def test_whole_numbers(student, rng):
    x, A = whole(rng, 3).astype(int), matrix(rng, 2, 3)
    f = code(f"lambda x: np.array({A.tolist()}) @ (x * x / 4)")
    expect_close(student.jacobian(f, x, 0.25), A * x / 2, rtol=1e-8)
    expect_close(student.jacobian(f, x), A * x / 2, rtol=1e-6, atol=1e-6)


def test_input_unchanged(student, rng):
    f = code("lambda x: x**2")
    for n in (3, 1):
        x = rng.normal(size=n)
        value = expect_unchanged(student.jacobian, f, x)
        expect_close(value, np.diag(2 * x), rtol=1e-6, atol=1e-6)
