import mpmath
import numpy as np

from grader.judge.expect import expect, expect_array, expect_close, expect_unchanged
from grader.judge.remembered import remembered


@remembered
def oracle(u, v):
    """The cosine of the angle between u and v to 60 digits."""
    with mpmath.workdps(60):
        u, v = ([mpmath.mpf(float(entry)) for entry in x] for x in (u, v))
        lengths = mpmath.sqrt(mpmath.fdot(u, u)) * mpmath.sqrt(mpmath.fdot(v, v))
        return float(mpmath.fdot(u, v) / lengths)


def expect_cosines(student, cases):
    """The cosines of the cases agree with the oracle."""
    for case, value in zip(cases, student.cosine_similarity.map(cases), strict=True):
        expect_close(value, oracle(*case), atol=1e-12, what="the cosine similarity")


def pair(rng, n):
    """Two vectors of whole numbers, neither parallel nor at right angles, at an obtuse angle."""
    while True:
        u, v = (rng.permutation(9)[:n] + 2.0 for _ in range(2))
        u[0] *= -1
        cosine = u @ v / np.sqrt((u @ u) * (v @ v))
        if 0.1 < abs(cosine) < 0.9:
            return u, -np.sign(cosine) * v


def test_values(student, rng):
    cases = [pair(rng, n) for n in (2, 3, 4)]
    cases += [(u, -v) for u, v in cases] + [(rng.normal(size=60), rng.normal(size=60))]
    expect_cosines(student, cases)


def test_zeros(student, rng):
    for n in (2, 3):
        u, v = pair(rng, n)
        for case in ((u, 0 * v), (np.zeros(n), v), (np.zeros(n), np.zeros(n))):
            expect_close(student.cosine_similarity(*case), 0.0)


def test_never_past_one(student, rng):
    # Many pairs: rounding pushes only some of them past the end.
    vectors = [rng.integers(1, 60, size=3).astype(float) for _ in range(60)]
    vectors += [rng.normal(size=5) for _ in range(60)]
    for factor in (1.0, -3.0):
        values = [
            float(expect_array(value, (), what="the cosine similarity"))
            for value in student.cosine_similarity.map([(x, factor * x) for x in vectors])
        ]
        expect(max(map(abs, values)) <= 1, "The result must not be below -1 or above 1.")
        worst = values[int(np.argmax(np.abs(np.array(values) - np.sign(factor))))]
        expect_close(worst, np.sign(factor), what="the cosine of parallel vectors")


def test_huge_and_tiny(student, rng):
    scales = ((1e200, 1e200), (1e-200, 1e-200), (1e-200, 1e200), (1e298, 1.0), (1.0, 1e-298))
    cases = [pair(rng, n) for n in (2, 3)]
    expect_cosines(student, [(a * u, b * v) for u, v in cases for a, b in scales])
    u, v = cases[0]
    sizes = np.array([1e200, 1e-200])  # huge and tiny entries in one vector
    expect_cosines(student, [(u * sizes, v), (u * sizes, v * sizes[::-1])])
    expect_cosines(student, [(np.array([0.0, 3e200]), v), (u, np.array([2e-200, 0.0]))])


def test_small(student, rng):
    scales = ((1e-5, 1e-5), (1e-8, 1.0), (1e-12, 1e-12))
    cases = [pair(rng, n) for n in (2, 3)]
    expect_cosines(student, [(a * u, b * v) for u, v in cases for a, b in scales])


def test_stretching_and_turning(student, rng):
    for n in (2, 3):
        u, v = pair(rng, n)
        cases = [(u, v), (8 * u, v), (u, v / 4), (v, u), (u, -v), (-u, -v), (u, u)]
        one, long, short, swapped, turned, both, same = (
            expect_array(value, ()) for value in student.cosine_similarity.map(cases)
        )
        expect_close(long, one, what="the cosine after u was stretched")
        expect_close(short, one, what="the cosine after v was shortened")
        expect_close(swapped, one, what="the cosine with the arguments swapped")
        expect_close(turned, -one, what="the cosine of u and -v")
        expect_close(both, one, what="the cosine of -u and -v")
        expect_close(same, 1.0, what="the cosine of u with itself")


def test_inputs_unchanged(student, rng):
    for n in (2, 3):
        u, v = pair(rng, n)
        value = expect_unchanged(student.cosine_similarity, u, v)
        expect_close(value, oracle(u, v), atol=1e-12, what="the cosine similarity")
