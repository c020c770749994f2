import numpy as np

from grader.judge.expect import expect, expect_array, expect_close, expect_unchanged


def whole(rng, n):
    """n different whole numbers with signs, none of them zero."""
    return (rng.permutation(n + 3)[:n] + 1) * rng.choice([-1.0, 1.0], size=n)


def expect_tables(student, inputs):
    for (u, v), table in zip(inputs, student.outer.map(inputs), strict=True):
        expect_close(expect_array(table, (len(u), len(v))), np.outer(u, v))


def test_unequal_lengths(student, rng):
    inputs = [(whole(rng, m), whole(rng, n)) for m, n in ((2, 3), (3, 2), (4, 2), (2, 5))]
    expect_tables(student, [*inputs, (rng.normal(size=7), rng.normal(size=12))])


def test_equal_lengths(student, rng):
    # Here a transposed table has the right shape. Drawn again while it has the right entries too.
    for n in (2, 3):
        u, v = whole(rng, n), whole(rng, n)
        while np.array_equal(np.outer(u, v), np.outer(v, u)):
            v = whole(rng, n)
        expect_tables(student, [(u, v)])


def test_single_entries(student, rng):
    expect_tables(student, [(whole(rng, m), whole(rng, n)) for m, n in ((1, 1), (1, 3), (3, 1))])


def test_along_one_line(student, rng):
    # Whole numbers: the sums are exact. Were v·w zero, nothing would be left to compare.
    for m, n in ((2, 3), (3, 2), (3, 3)):
        u, v, w = whole(rng, m), whole(rng, n), whole(rng, n)
        while v @ w == 0:
            w = whole(rng, n)
        table = expect_array(student.outer(u, v), (m, n))
        expect_close(table @ w, u * (v @ w), what="the table times w, next to u times v·w")
        expect(np.linalg.matrix_rank(table) == 1, "All columns must be multiples of one vector.")


def test_zeros_stay(student, rng):
    for m, n in ((2, 3), (3, 2), (2, 2)):
        u, v = whole(rng, m), whole(rng, n)
        u[0] = 0.0
        expect_tables(student, [(u, v), (v, u), (np.zeros(m), v)])


def test_inputs_unchanged(student, rng):
    for m, n in ((2, 3), (3, 3), (1, 2)):
        u, v = whole(rng, m), whole(rng, n)
        expect_close(expect_unchanged(student.outer, u, v), np.outer(u, v))
