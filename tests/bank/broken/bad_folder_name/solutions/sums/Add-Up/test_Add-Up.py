def test_one(student):
    assert student.median_of([1])
