def test_empty_list(student):
    assert student.add_up([]) == 0


def test_extra(student):
    assert student.add_up([1]) == 1
