from itertools import pairwise

import numpy as np

from grader.judge.expect import expect, expect_array, expect_close


def test_same_outputs(student, rng):
    for sizes in ((2, 3, 1), (3, 2, 2, 4), (2, 2, 2)):
        layers = [
            (rng.integers(1, 4, size=(n, m)).astype(float), rng.integers(1, 4, size=m) + 0.0)
            for n, m in pairwise(sizes)
        ]
        answer = student.collapse(layers)
        expect(isinstance(answer, tuple | list) and len(answer) == 2, "Return two arrays, W and b.")
        W = expect_array(answer[0], (sizes[0], sizes[-1]), what="W")
        b = expect_array(answer[1], (sizes[-1],), what="b")
        X = np.vstack([np.zeros(sizes[0]), rng.integers(-3, 4, size=(4, sizes[0]))])
        Y = X
        for V, c in layers:
            Y = Y @ V + c
        expect_close(X @ W + b, Y, atol=1e-9, what="the outputs of the one layer")
