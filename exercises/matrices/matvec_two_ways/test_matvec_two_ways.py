from grader.judge.expect import expect_array, expect_close


def test_views_agree(student, rng):
    for m, n in ((2, 3), (3, 2), (2, 2)):
        A = rng.integers(1, 6, size=(m, n)).astype(float)
        x = rng.integers(1, 6, size=n).astype(float)
        by_rows = expect_array(student.matvec_rows(A, x), (m,), what="the product by rows")
        by_cols = expect_array(student.matvec_cols(A, x), (m,), what="the product by columns")
        expect_close(by_cols, by_rows, what="the product by columns, next to that by rows")
