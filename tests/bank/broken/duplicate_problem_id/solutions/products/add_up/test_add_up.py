def test_one(student):
    assert student.add_on([1])
