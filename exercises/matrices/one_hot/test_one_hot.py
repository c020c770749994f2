import numpy as np

from grader.judge.expect import expect_array, expect_close


def test_there_and_back(student):
    for labels, classes in (([1, 0, 2, 1], 3), ([3, 1], 4), ([0], 1)):
        H = student.one_hot(np.array(labels), classes)
        H = expect_array(H, (len(labels), classes), what="the encoded labels")
        expect_close(student.decode(H), np.array(labels), what="the labels, encoded and decoded")
