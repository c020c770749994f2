import numpy as np

from grader.judge.expect import expect, expect_array, expect_close


def test_sums_to_one(student, rng):
    for axis, shapes in ((-1, ((3,), (2, 3), (4, 2))), (0, ((2, 3), (3, 3))), (1, ((3, 3),))):
        inputs = [rng.uniform(-3, 3, size=shape) for shape in shapes]
        for shape, P in zip(shapes, student.softmax.map(inputs, axis=axis), strict=True):
            P = expect_array(P, shape)
            expect(np.all(P > 0), "Every probability must be positive.")
            sums = P.sum(axis=axis)
            expect_close(sums, np.ones(sums.shape), what="the sum of each distribution")
