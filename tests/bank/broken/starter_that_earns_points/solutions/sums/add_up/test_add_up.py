def test_negative_numbers(student):
    assert student.add_up([-1.0, 3.0]) == 2.0


def test_long_list(student):
    assert [1.0] * 100
