def test_by_zero(student):
    assert list(student.scale(0.0, [4.0])) == [{{rate}}]
