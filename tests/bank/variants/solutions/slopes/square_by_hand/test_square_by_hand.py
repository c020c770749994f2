from grader.judge.expect import expect_close


def test_values(student, reference, rng):
    x = rng.normal(size=5)
    expect_close(student.square(x), reference.square(x))
