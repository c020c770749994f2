import numpy as np

from grader.judge.expect import expect_array, expect_close, expect_unchanged, expect_vectorised


def whole(rng, *shape):
    """Whole numbers from 1 to 5 with signs, none of them zero."""
    return rng.integers(1, 6, size=shape) * rng.choice([-1.0, 1.0], size=shape)


def box(rng, B, H, n, m, d):
    return whole(rng, B, H, n, d), whole(rng, B, H, m, d)


def drawer_by_drawer(Q, K):
    return np.array(
        [[q @ k.T for q, k in zip(Qb, Kb, strict=True)] for Qb, Kb in zip(Q, K, strict=True)]
    )


def expect_scores(student, inputs):
    for (Q, K), S in zip(inputs, student.scores.map(inputs), strict=True):
        right = drawer_by_drawer(Q, K)
        expect_close(expect_array(S, right.shape), right)


def test_one_drawer(student, rng):
    expect_scores(student, [box(rng, 1, 1, n, m, d) for n, m, d in ((2, 3, 4), (3, 2, 2))])


def test_boxes(student, rng):
    sizes = ((1, 2, 2, 3, 2), (2, 1, 3, 2, 2), (2, 3, 2, 4, 3), (3, 2, 4, 2, 5))
    inputs = [box(rng, *size) for size in sizes]
    inputs.append((rng.normal(size=(2, 3, 5, 4)), rng.normal(size=(2, 3, 6, 4))))
    expect_scores(student, inputs)


def test_equal_sizes(student, rng):
    # Shapes fit in every order here, so a swapped axis raises no error.
    for size in (2, 3):
        Q, K = box(rng, *[size] * 5)
        S = drawer_by_drawer(Q, K)
        while np.array_equal(S, np.swapaxes(S, -1, -2)):
            Q, K = box(rng, *[size] * 5)
            S = drawer_by_drawer(Q, K)
        expect_scores(student, [(Q, K)])


def test_sizes_of_one(student, rng):
    sizes = ((1, 1, 1, 1, 1), (1, 1, 1, 2, 2), (2, 1, 2, 1, 2), (1, 2, 2, 3, 2))
    expect_scores(student, [box(rng, *size) for size in sizes])


def test_heads_stay_apart(student, rng):
    for sizes in ((2, 2, 2, 3, 2), (2, 2, 2, 2, 2)):
        Q, K = box(rng, *sizes)
        moved = K.copy()
        moved[0, 1] += 1.0
        before, after = student.scores.map([(Q, K), (Q, moved)])
        before = expect_array(before, drawer_by_drawer(Q, K).shape)
        after = expect_array(after, before.shape)
        rest = [(0, 0), (1, 0), (1, 1)]
        for b, h in rest:
            what = "the scores of a head whose keys did not change"
            expect_close(after[b, h], before[b, h], what=what)
        expect_close(after[0, 1], Q[0, 1] @ moved[0, 1].T, what="the scores of the head that did")


def test_roles_swapped(student, rng):
    for sizes in ((1, 2, 2, 3, 2), (2, 2, 2, 2, 2)):
        Q, K = box(rng, *sizes)
        one, other = student.scores.map([(Q, K), (K, Q)])
        B, H, n, m = drawer_by_drawer(Q, K).shape
        one, other = expect_array(one, (B, H, n, m)), expect_array(other, (B, H, m, n))
        expect_close(other, np.swapaxes(one, -1, -2), what="the scores with Q and K swapped")


def test_no_loop(student, rng):
    Q, K = box(rng, 8, 2, 3, 2, 2)
    value = expect_vectorised(student.scores, (Q[:1], K[:1]), (Q, K))
    expect_close(value, drawer_by_drawer(Q, K))
    Q, K = box(rng, 2, 8, 3, 2, 2)
    value = expect_vectorised(student.scores, (Q[:, :1], K[:, :1]), (Q, K))
    expect_close(value, drawer_by_drawer(Q, K))
    Q, K = box(rng, 1, 2, 16, 16, 2)
    value = expect_vectorised(student.scores, (Q[:, :, :2], K[:, :, :2]), (Q, K))
    expect_close(value, drawer_by_drawer(Q, K))


def test_inputs_unchanged(student, rng):
    for sizes in ((1, 2, 2, 3, 2), (2, 2, 2, 2, 2)):
        Q, K = box(rng, *sizes)
        expect_close(expect_unchanged(student.scores, Q, K), drawer_by_drawer(Q, K))
