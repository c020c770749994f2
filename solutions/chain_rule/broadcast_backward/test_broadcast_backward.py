import numpy as np

from grader.judge.expect import expect_array, expect_close, expect_new_array, expect_unchanged

MISSING = (((2, 3), (3,)), ((4, 2, 3), (2, 3)), ((4, 2, 3), (3,)), ((2, 3, 2, 4), (2, 4)))
STRETCHED = (((2, 3), (2, 1)), ((2, 3), (1, 3)), ((2, 3), (1, 1)), ((2, 3, 4), (2, 1, 4)))
BOTH = (((2, 3, 4), (3, 1)), ((5, 2, 3), (1, 3)), ((2, 3, 2, 4), (3, 1, 4)), ((2, 3), (1,)))
ONES = (((1, 3), (1, 3)), ((3, 1), (3, 1)), ((2, 1), (1,)), ((1, 1), (1, 1)), ((1, 3), (3,)))
SAME = (((2, 3), (2, 3)), ((3,), (3,)), ((2, 1, 3), (2, 1, 3)))


def whole(rng, shape):
    """Different whole numbers, so that two that changed places show."""
    return rng.permutation(int(np.prod(shape))).reshape(shape) + 1.0


def collected(g, shape):
    """The answer, entry by entry: each entry of g goes to the one that it was copied from."""
    total = np.zeros(shape)
    source = np.broadcast_to(np.arange(total.size).reshape(shape), g.shape)
    np.add.at(total.reshape(-1), source.ravel(), g.ravel())
    return total


def expect_sums(student, rng, cases):
    inputs = [(whole(rng, big), small) for big, small in cases]
    for (g, shape), answer in zip(inputs, student.unbroadcast.map(inputs), strict=True):
        expect_close(expect_array(answer, shape), collected(g, shape))


def test_missing_axes(student, rng):
    expect_sums(student, rng, MISSING)


def test_stretched_axes(student, rng):
    expect_sums(student, rng, STRETCHED)


def test_both_kinds(student, rng):
    expect_sums(student, rng, BOTH)


def test_axes_of_one(student, rng):
    expect_sums(student, rng, ONES)


def test_single_number(student, rng):
    expect_sums(student, rng, (((3,), ()), ((2, 3), ())))


def test_adjoint(student, rng):
    # What a step of the operand is worth, seen from the operand and from its copies.
    for big, small in (*BOTH, ((6, 5, 4), (5, 1))):
        g, step = rng.normal(size=big), rng.normal(size=small)
        back = expect_array(student.unbroadcast(g, small), small)
        expect_close(np.sum(back * step), np.sum(g * step), atol=1e-9, what="what a step is worth")


def test_new_array(student, rng):
    for big, small in (*SAME, ((1, 3), (3,)), ((2, 3), (3,))):
        g = whole(rng, big)
        answer = expect_new_array(student.unbroadcast, g, small)
        expect_close(expect_array(answer, small), collected(g, small))


def test_g_unchanged(student, rng):
    for big, small in ((2, 3), (3,)), ((2, 3), (2, 1)), ((2, 3), (2, 3)):
        g = whole(rng, big)
        answer = expect_unchanged(student.unbroadcast, g, small)
        expect_close(expect_array(answer, small), collected(g, small))
