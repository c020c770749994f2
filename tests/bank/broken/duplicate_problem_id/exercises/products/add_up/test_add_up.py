def test_empty_list(student):
    assert student.add_on([]) == 0
