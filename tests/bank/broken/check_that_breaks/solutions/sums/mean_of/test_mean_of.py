def test_one_number(student):
    assert student.mean_of([4.0]) == four
