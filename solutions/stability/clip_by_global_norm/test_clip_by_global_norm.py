import mpmath
import numpy as np

from grader.judge.expect import expect, expect_close, expect_raises, expect_stable, expect_unchanged
from grader.judge.remembered import remembered

ULPS = 4096  # about 12 digits: room for any way to compute the norm
SHAPES = (
    {"w": (2,)},
    {"W": (2, 3), "b": (3,)},
    {"W": (2, 2), "b": (2,)},
    {"W1": (3, 1), "b1": (1,), "W2": (1, 4)},
)


def whole(rng, shapes, scale=1.0):
    """Gradients of those shapes with whole numbers from 1 to 9 of either sign, times scale."""
    return {
        name: scale * rng.choice([-1.0, 1.0], size=shape) * rng.integers(1, 10, size=shape)
        for name, shape in shapes.items()
    }


@remembered
def length(grads):
    """The joint norm to 60 digits."""
    with mpmath.workdps(60):
        entries = [mpmath.mpf(entry) for array in grads.values() for entry in array.ravel()]
        return mpmath.sqrt(mpmath.fsum(entry**2 for entry in entries))


def two(value, grads):
    """The clipped gradients and the norm, if the value has these parts."""
    expect(
        isinstance(value, tuple | list) and len(value) == 2,
        "Return two values: the dict of clipped gradients, and the norm before.",
    )
    expect(isinstance(value[0], dict), "The first value must be a dict, like grads.")
    expect(
        set(value[0]) == set(grads), "The clipped gradients need the keys of grads, and no more."
    )
    return value


def expect_clipped(value, grads, c):
    """The clipped arrays and the norm agree with 60 digits."""
    clipped, norm = two(value, grads)
    with mpmath.workdps(60):
        right = length(grads)
        factor = min(mpmath.mpf(1), mpmath.mpf(c) / right) if right else mpmath.mpf(1)
        for name, array in grads.items():
            exact = [factor * mpmath.mpf(entry) for entry in array.ravel()]
            table = np.array(exact, dtype=object).reshape(array.shape).tolist()
            expect_stable(clipped[name], table, ulps=ULPS, what=f"the clipped `{name}`")
    expect_stable(norm, right, ulps=ULPS, what="the norm before")


def expect_all_clipped(student, cases):
    for case, value in zip(cases, student.clip.map(cases), strict=True):
        expect_clipped(value, *case)


def test_above_the_limit(student, rng):
    cases = [(whole(rng, shapes), c) for shapes in SHAPES for c in (0.5, 1.0)]
    cases += [(whole(rng, SHAPES[2], 100.0), 25.0)]
    expect_all_clipped(student, cases)


def test_below_the_limit(student, rng):
    cases = [(whole(rng, shapes), float(rng.integers(40, 60))) for shapes in SHAPES]
    cases += [(whole(rng, shapes, 0.125), 50.0) for shapes in SHAPES[:2]]
    cases += [({"w": np.array([3.0, -4.0])}, 5.0)]
    expect_all_clipped(student, cases)


def test_same_direction(student, rng):
    for shapes in SHAPES[1:]:
        grads = whole(rng, shapes)
        clipped, _ = two(student.clip(grads, 1.0), grads)
        arrays = {name: np.asarray(clipped[name], dtype=float) for name in grads}
        for name, array in grads.items():
            expect(arrays[name].shape == array.shape, f"`{name}` must keep its shape.")
        a = np.concatenate([array.ravel() for array in grads.values()])
        b = np.concatenate([arrays[name].ravel() for name in grads])
        expect_close(b * a[0], a * b[0], what="the clipped gradients, stretched back to grads")
        expect_close(np.sum(b**2), 1.0, what="the squared norm after clipping to 1")


def test_huge_and_tiny(student, rng):
    cases = [(whole(rng, SHAPES[1], scale), 2.0) for scale in (1e200, 1e298, 1e-200, 1e-298)]
    mixed = {"W": whole(rng, {"W": (2, 2)}, 1e200)["W"], "b": whole(rng, {"b": (3,)}, 1e-100)["b"]}
    cases += [(mixed, 100.0), (whole(rng, SHAPES[2], 1e-8), 0.001)]
    cases += [(whole(rng, SHAPES[1], 1e-3), 0.001)]
    expect_all_clipped(student, cases)


def test_zeros(student):
    for shapes in SHAPES[:2]:
        grads = {name: np.zeros(shape) for name, shape in shapes.items()}
        clipped, norm = two(student.clip(grads, 1.0), grads)
        expect_close(norm, 0.0, what="the norm before")
        for name, array in grads.items():
            expect_close(clipped[name], array, what=f"the clipped `{name}`")


def test_not_finite(student, rng):
    for bad in (np.nan, np.inf, -np.inf):
        for name in ("W", "b"):
            grads = whole(rng, SHAPES[1])
            grads[name].ravel()[rng.integers(3)] = bad
            with expect_raises(ValueError):
                student.clip(grads, 1.0)


def test_inputs_unchanged(student, rng):
    for shapes in SHAPES[:3]:
        grads = whole(rng, shapes)
        expect_clipped(expect_unchanged(student.clip, grads, 1.5), grads, 1.5)
