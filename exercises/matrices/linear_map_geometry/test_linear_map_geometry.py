import numpy as np

from grader.judge.expect import expect, expect_array, expect_close


def test_opposite_corner(student):
    for A in ([[1.0, 2.0], [3.0, 4.0]], [[2.0, -1.0], [0.0, 5.0]]):
        answer = student.describe_map(np.array(A))
        expect(
            isinstance(answer, dict) and "corners" in answer,
            'Return a dict with the keys "corners", "area" and "flips".',
        )
        corners = expect_array(answer["corners"], (4, 2), what="the corners")
        expect_close(corners[0], np.zeros(2), what="the image of the origin")
        expect_close(corners[2], corners[1] + corners[3], what="the image of the corner (1, 1)")
