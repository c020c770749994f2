from grader.judge.expect import expect_array, expect_close


def test_batch_of_one(student, rng):
    for shape in ((4, 3), (2, 2), (3, 2, 2)):
        X = rng.normal(size=shape)
        W = rng.normal(size=(X[0].size, 2))
        b = rng.normal(size=2)
        whole, *alone = student.linear.map(
            [(X, W, b), *((X[i : i + 1], W, b) for i in range(len(X)))]
        )
        whole = expect_array(whole, (len(X), 2))
        for i, row in enumerate(alone):
            expect_close(row, whole[i : i + 1], what="the row of one example sent in alone")
