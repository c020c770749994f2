def test_negative_numbers(student, rng):
    number = float(rng.choice([-1.0, 1.0]))
    assert student.add_up([number]) == number


def test_long_list(student):
    assert student.add_up([1.0] * 100) == 100.0
