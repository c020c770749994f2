import numpy as np

from grader.judge.expect import expect, expect_array, expect_close


def test_sums_to_one(student, rng):
    for shape in ((3,), (2, 3), (3, 3), (4, 2)):
        for axis in range(-1, len(shape) - 1):
            Z = rng.uniform(-3, 3, size=shape)
            P = expect_array(student.softmax(Z, axis=axis), shape)
            expect(np.all(P > 0), "Every probability must be positive.")
            sums = P.sum(axis=axis)
            expect_close(sums, np.ones(sums.shape), what="the sum of each distribution")
