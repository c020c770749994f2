import numpy as np

from grader.judge.expect import expect, expect_array, expect_close, expect_unchanged

MOST = 2**24
THERE_AND_BACK = """
import numpy as np
s = choose_scale(g)
half = (g * np.float32(s)).astype(np.float16)
[s, unscale(half, s)]
"""


def scale_of(largest):
    s = MOST
    while largest * s >= 65504:
        s //= 2
    return s


def gradients(rng, largest, shape=(3,)):
    """Entries of both signs; a negative one is largest in size, the others are up to half of it."""
    g = np.empty(shape, dtype=np.float32)  # of arithmetic, shape () would come back as a number
    g[...] = largest * rng.uniform(0.01, 0.5, size=shape) * rng.choice([-1.0, 1.0], size=shape)
    g.ravel()[rng.integers(g.size)] = -largest
    return g


def expect_scales(student, inputs):
    for g, value in zip(inputs, student.choose_scale.map(inputs), strict=True):
        s = int(expect_array(value, (), "int"))
        expect_close(s, scale_of(float(np.max(np.abs(g)))))


def test_scale(student, rng):
    for shape in ((3,), (2, 3), (1,), ()):
        expect_scales(
            student,
            [gradients(rng, 10.0**k * float(rng.integers(2, 9)), shape) for k in (-1, 0, 1, 2)],
        )


def test_largest_in_size(student, rng):
    a = np.float32(rng.integers(2, 9))
    expect_scales(
        student,
        [np.array([a / 4, -a * 8], dtype=np.float32), np.array([-a, -a / 100], dtype=np.float32)],
    )


def test_at_the_ends(student, rng):
    tiny = [np.zeros(3, dtype=np.float32), gradients(rng, 1e-7), gradients(rng, 1e-30, (2, 2))]
    large = [gradients(rng, 40000.0), gradients(rng, 65503.0), gradients(rng, 32752.0, (2, 2))]
    edges = [np.array([65504 / 2.0**k], dtype=np.float32) for k in (1, 5, 24, 25)]
    below = [
        np.array([np.nextafter(np.float32(65504 / 2.0**k), np.float32(0))]) for k in (1, 5, 24)
    ]
    expect_scales(student, tiny + large + edges + below)


def halves(rng, shape):
    """Float16 numbers of many sizes, with signs."""
    g = np.empty(shape, dtype=np.float16)
    g[...] = rng.integers(1025, 2048, size=shape) / 1024 * 2.0 ** rng.integers(-12, 15, size=shape)
    g *= rng.choice([-1, 1], size=shape).astype(np.float16)
    return g


def expect_unscaled(value, g16, s):
    got = expect_array(value, g16.shape)
    kind = getattr(value, "dtype", None)
    expect(kind == np.float32, "The result must be a float32 array.")
    expect_close(got.astype(float), g16.astype(float) / s, rtol=0, atol=0, what="the gradients")


def test_unscale(student, rng):
    for shape in ((3,), (2, 3), (1,), (2, 2)):
        for s in (1, 64, 1024, 65536):
            g16 = halves(rng, shape)
            expect_unscaled(student.unscale(g16, s), g16, s)


def test_unscale_by_much(student, rng):
    for s in (2**20, 2**24):
        g16 = halves(rng, (4,))
        g16[0] = np.float16(6e-8)
        expect_unscaled(student.unscale(g16, s), g16, s)


def test_there_and_back(student, rng):
    for largest in (1e-6, 1e-3, 5.0):
        g = gradients(rng, largest, (6,))
        value = student.evaluate(THERE_AND_BACK, g=g)
        expect(
            type(value) is list and len(value) == 2, "There and back gives a scale and gradients."
        )
        back = expect_array(value[1], (6,)).astype(float)
        expect_close(
            back,
            g.astype(float),
            rtol=2.0**-11,
            atol=0,
            what="the gradients after the way there and back",
        )


def test_inputs_unchanged(student, rng):
    g, g16 = gradients(rng, 3.0, (2, 2)), halves(rng, (3,))
    expect_close(expect_unchanged(student.choose_scale, g), scale_of(3.0))
    expect_unscaled(expect_unchanged(student.unscale, g16, 2**24), g16, 2**24)
