from solutions.sums.add_up import solution


def test_empty_list(student):
    assert student.add_up([]) == 0
