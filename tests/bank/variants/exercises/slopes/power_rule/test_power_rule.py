import numpy as np

from grader.judge.expect import expect_close


def test_zero_at_shift(student, parameters):
    expect_close(student.power_slope(np.array([parameters.c, 0.0])[:1]), np.zeros(1))
