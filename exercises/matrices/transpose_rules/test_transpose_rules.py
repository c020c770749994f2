from grader.judge.expect import expect_array, expect_close


def test_there_and_back(student):
    for A in ([[1, 2, 3], [4, 5, 6]], [[1], [2]], [[0, 1], [2, 3], [4, 5]]):
        flipped = expect_array(student.transpose(A), (len(A[0]), len(A)), what="the transpose")
        back = student.transpose(flipped.tolist())
        expect_close(back, A, what="the transpose of the transpose")
