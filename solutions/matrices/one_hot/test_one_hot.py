import numpy as np

from grader.judge.expect import expect_array, expect_close, expect_raises, expect_unchanged


def labels(rng, m, classes):
    """m labels, the last class among them."""
    y = rng.integers(0, classes, size=m)
    y[rng.integers(m)] = classes - 1
    return y


def corners(y, classes):
    """The one-hot rows of y, written out."""
    return np.array([[1.0 if j == k else 0.0 for j in range(classes)] for k in y])


def test_encodes(student, rng):
    inputs = [(labels(rng, m, n), n) for m, n in ((2, 3), (4, 2), (3, 5), (20, 7))]
    # As many labels as classes: rows and columns are equally long. This order is not its inverse.
    inputs += [(np.array([1, 2, 0]), 3), (np.array([1, 1]), 2)]
    for (y, n), H in zip(inputs, student.one_hot.map(inputs), strict=True):
        expect_close(expect_array(H, (len(y), n)), corners(y, n))


def test_one_of_a_kind(student, rng):
    for y, n in ((np.array([0]), 1), (np.array([0, 0]), 1), (np.array([rng.integers(3)]), 4)):
        expect_close(expect_array(student.one_hot(y, n), (len(y), n)), corners(y, n))
        expect_close(expect_array(student.decode(corners(y, n)), (len(y),)), y)


def test_absent_classes(student, rng):
    for m, n in ((2, 5), (3, 4)):
        y = rng.integers(0, n - 2, size=m)
        expect_close(expect_array(student.one_hot(y, n), (m, n)), corners(y, n))


def test_encoding_refuses(student, rng):
    # A class too many first: negative ones go wrong in more than one way, and all look the same.
    for wrong in (3, -1, -3, 4, 1000):
        y = labels(rng, 4, 3)
        y[rng.integers(4)] = wrong
        with expect_raises(ValueError):
            student.one_hot(y, 3)


def test_decodes(student, rng):
    tables = [corners(labels(rng, m, n), n) for m, n in ((2, 3), (4, 2), (3, 5), (20, 7))]
    tables.append(corners([1, 2, 0], 3))
    for H, y in zip(tables, student.decode.map(tables), strict=True):
        expect_close(expect_array(y, (len(H),)), np.nonzero(H)[1])


def test_decoding_refuses(student, rng):
    for row in (
        [0, 0, 0],
        [1, 0, 1],
        [0.5, 0.5, 0],
        [0, 0, 2],
        [-1, 1, 1],
        [0, 0, -1],
        [0.25, 0.75, 0],
        [1, -0.5, 0.5],
    ):
        H = corners(labels(rng, 3, 3), 3)
        H[rng.integers(3)] = row
        with expect_raises(ValueError):
            student.decode(H)


def test_inputs_unchanged(student, rng):
    for m, n in ((3, 4), (3, 3)):
        y = labels(rng, m, n)
        expect_close(expect_unchanged(student.one_hot, y, n), corners(y, n))
        expect_close(expect_unchanged(student.decode, corners(y, n)), y)
