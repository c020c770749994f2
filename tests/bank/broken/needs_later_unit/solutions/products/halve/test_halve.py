def test_one(student):
    assert student.halve(1, [1])
