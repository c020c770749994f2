from grader.judge.expect import expect_close


def test_values(student, reference, rng):
    for _ in range(3):
        x = rng.normal(size=4)
        expect_close(student.power_slope(x), reference.power_slope(x))


def test_scaled(student, parameters, rng):
    x = rng.uniform(1.0, 2.0, size=3)
    factor = parameters.a * parameters.n
    expect_close(student.power_slope(x, shift=0.0) / factor, x ** (parameters.n - 1))
