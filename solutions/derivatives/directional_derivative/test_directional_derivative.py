import numpy as np

from grader.judge.expect import (
    code,
    expect_array,
    expect_close,
    expect_gradient,
    expect_raises,
    expect_unchanged,
)

# A function, the source of its gradient, and the number of its arguments.
HILLS = (
    (lambda x: (3 * x[0] ** 2 + x[1] ** 2) / 2, "lambda x: np.array([3 * x[0], x[1]])", 2),
    (
        lambda x: x[0] ** 2 * x[1] + x[1] * x[2],
        "lambda x: np.array([2 * x[0] * x[1], x[0]**2 + x[2], x[1]])",
        3,
    ),
    (lambda x: x @ x / 2, "lambda x: x", 2),
    (lambda x: np.sum(x**3), "lambda x: 3 * x**2", 1),
    (lambda x: np.sum(np.sin(x)) + x @ x, "lambda x: np.cos(x) + 2 * x", 4),
)
PLANE = "lambda x: {} * np.array({})"


def whole(rng, n):
    """Whole numbers other than zero, which do not add up to zero and are not all equal."""
    while True:
        v = rng.choice([-3.0, -2.0, -1.0, 1.0, 2.0, 3.0], size=n)
        if v.sum() != 0 and (n == 1 or len(set(v)) > 1):
            return v


def slope(source, x):
    """The gradient at x, worked out here."""
    return np.array(eval(source, {"np": np})(x))


def place(rng, source, n):
    """A point and a direction in which the slope is neither zero nor that of a slip.

    Gradient and direction have other lengths than 1, and differ from each other.
    """
    while True:
        x, v = whole(rng, n), whole(rng, n)
        g = slope(source, x)
        other = slope(source, v)
        telling = abs(g @ v) > 0.5 and abs((g - other) @ v) > 0.1 and abs(g.sum()) > 0.1
        if telling and v @ v > 1 and abs(g @ g - 1) > 0.1 and (n == 1 or g[0] != g[1]):
            return x, v


def test_unit_slope(student, reference, rng):
    for f, source, n in HILLS:
        x, v = place(rng, source, n)
        if source == HILLS[0][1]:
            v = abs(v[0]) * np.array([1.0, -1.0]) * 2  # entries that add up to zero
            x = np.array([x[0], 2.0])
        claimed = student.directional(code(source), x, v)
        ahead = v / np.sqrt(v @ v)

        def height(t, f=f, x=x, ahead=ahead):
            return f(x + t * ahead)

        what = "the slope"
        expect_gradient(height, 0.0, claimed, what=what)
        expect_close(claimed, reference.directional(code(source), x, v), what=what)


def test_as_it_is(student, reference, rng):
    for _, source, n in HILLS:
        f_grad = code(source)
        x, v = place(rng, source, n)
        w = whole(rng, n)
        once, other, both = (
            expect_array(value, ())
            for value in student.directional.map(
                [(f_grad, x, v), (f_grad, x, w), (f_grad, x, 4 * v - w)], unit=False
            )
        )
        expect_close(once, reference.directional(f_grad, x, v, unit=False), what="the slope")
        scale = abs(once) + abs(other)
        what = "the slope along 4v - w"
        expect_close(both, float(4 * once - other), atol=1e-12 * scale, what=what)
    f_grad = code(HILLS[-1][1])
    for n in (5, 8, 30):
        x, v = rng.normal(size=(2, n))
        actual = student.directional(f_grad, x, v, unit=False)
        expected = reference.directional(f_grad, x, v, unit=False)
        expect_close(actual, expected, atol=1e-12 * n, what="the slope")


def test_steepest(student, reference, rng):
    cases = [(code(source), place(rng, source, n)[0]) for _, source, n in HILLS]
    plane = PLANE.format(float(rng.integers(2, 6)), [1.0, -1.0])  # entries that add up to zero
    cases.append((code(plane), whole(rng, 2)))
    for actual, expected in zip(
        student.steepest.map(cases), reference.steepest.map(cases), strict=True
    ):
        expect_close(actual, expected)


def test_along_and_across(student, rng):
    for source in (HILLS[0][1], HILLS[2][1]):
        f_grad = code(source)
        x, _ = place(rng, source, 2)
        g = slope(source, x)
        length = float(np.sqrt(g @ g))
        uphill = expect_array(student.steepest(f_grad, x), (2,), what="the steepest direction")
        along, against, across = student.directional.map(
            [(f_grad, x, uphill), (f_grad, x, -3 * g), (f_grad, x, np.array([-g[1], g[0]]))]
        )
        expect_close(along, length, what="the slope in the steepest direction")
        expect_close(against, -length, what="the slope against the gradient")
        what = "the slope at a right angle to the gradient"
        expect_close(across, 0.0, atol=1e-12 * length, what=what)


def test_flat_ground(student, rng):
    for n in (2, 1, 3):
        f_grad = code("lambda x: 2 * x")
        expect_close(student.steepest(f_grad, np.zeros(n)), np.zeros(n))
        v = whole(rng, n)
        expect_close(student.directional(f_grad, np.zeros(n), v), 0.0, what="the slope")


def test_tiny_and_huge(student, reference, rng):
    for scale, length in ((1e-9, 1.0), (1e-90, 1.0), (1e90, 1.0), (1.0, 1e-90), (1e-90, 1e-90)):
        while True:
            g, v = whole(rng, 2), whole(rng, 2)
            if g @ v != 0:
                break
        f_grad = code(PLANE.format(scale, g.tolist()))
        case = (f_grad, whole(rng, 2), length * v)
        expect_close(student.directional(*case), reference.directional(*case), what="the slope")
        expect_close(
            student.steepest(*case[:2]), reference.steepest(*case[:2]), what="the direction"
        )


def test_zero_direction(student, rng):
    for n in (2, 1):
        x = whole(rng, n)
        with expect_raises(ValueError):
            student.directional(code("lambda x: 2 * x"), x, np.zeros(n))
        still = student.directional(code("lambda x: 2 * x"), x, np.zeros(n), unit=False)
        expect_close(still, 0.0, what="the result for a zero vector and unit=False")


def test_inputs_unchanged(student, reference, rng):
    for source in ("lambda x: x", HILLS[0][1]):
        f_grad = code(source)
        x, v = place(rng, source, 2)
        for unit in (True, False):
            value = expect_unchanged(student.directional, f_grad, x, v, unit=unit)
            expect_close(value, reference.directional(f_grad, x, v, unit=unit))
        value = expect_unchanged(student.steepest, f_grad, x)
        expect_close(value, reference.steepest(f_grad, x))
