import numpy as np

from grader.judge.expect import (
    expect,
    expect_array,
    expect_close,
    expect_new_array,
    expect_unchanged,
)

SIZES = ((2, 2), (3, 2), (3, 3), (4, 3), (5, 4))


def columns(rng, m, n):
    """Columns of whole numbers, far from dependent and from orthogonal, of different lengths."""
    while True:
        A = rng.integers(-4, 5, size=(m, n)).astype(float)
        lengths = np.sqrt(np.sum(A**2, axis=0))
        if lengths.min() < 1.5 or len(set(lengths)) < n:
            continue
        cosines = (A.T @ A / np.outer(lengths, lengths))[np.triu_indices(n, 1)]
        far = np.linalg.svd(A / lengths, compute_uv=False).min() > 0.2
        if far and np.all(np.abs(cosines) > 0.1):
            return A


def lauchli(n, epsilon):
    """A row of ones above epsilon times the identity: (n + 1, n), columns nearly equal."""
    return np.vstack([np.ones((1, n)), epsilon * np.eye(n)])


def bases(student, matrices):
    """The student's Q for each matrix, each of its shape."""
    answers = student.gram_schmidt.map(matrices)
    return [expect_array(Q, A.shape) for A, Q in zip(matrices, answers, strict=True)]


def expect_orthonormal(Q, atol):
    n = Q.shape[1]
    expect_close(Q.T @ Q, np.eye(n), rtol=0, atol=atol, what="Q.T @ Q, which must be the identity")


def test_columns(student, reference, rng):
    matrices = [columns(rng, m, n) for m, n in ((3, 2), (4, 3), (2, 1), (4, 2))]
    matrices.append(rng.normal(size=(30, 5)))
    for Q, A in zip(bases(student, matrices), matrices, strict=True):
        expect_close(Q, reference.gram_schmidt(A))


def test_square(student, reference, rng):
    matrices = [columns(rng, n, n) for n in (2, 3, 4)]
    for Q, A in zip(bases(student, matrices), matrices, strict=True):
        expect_close(Q, reference.gram_schmidt(A))


def test_orthonormal(student, rng):
    for Q in bases(student, [columns(rng, m, n) for m, n in SIZES]):
        expect_orthonormal(Q, 1e-10)


def test_same_span(student, rng):
    matrices = [columns(rng, m, n) for m, n in SIZES]
    for Q, A in zip(bases(student, matrices), matrices, strict=True):
        R = Q.T @ A
        expect_close(Q @ R, A, atol=1e-9, what="the columns of A, rebuilt from those of Q")
        below = np.tril(R, -1)
        expect_close(
            below,
            np.zeros_like(R),
            atol=1e-9,
            what="Q.T @ A below its diagonal, which must be zero",
        )
        expect(np.all(np.diag(R) > 0), "Each column of Q must lean to the side of its column of A.")


def test_nearly_dependent(student, rng):
    matrices = [lauchli(n, 1e-8) for n in (3, 4)]
    matrices.append(lauchli(3, 1e-8)[[1, 2, 0, 3]])
    matrices.append(float(rng.integers(1, 5)) * lauchli(4, 1e-8))
    for Q, A in zip(bases(student, matrices), matrices, strict=True):
        expect_orthonormal(Q, 1e-7)
        expect_close(Q @ (Q.T @ A), A, rtol=0, atol=1e-7, what="A, rebuilt from Q")


def test_already_straight(student, rng):
    for n in (2, 3):
        turn = np.roll(np.diag(rng.choice([-1.0, 1.0], size=n)), 1, axis=0)
        A = columns(rng, n + 1, n)
        factors = 2.0 ** np.arange(1, n + 1)
        same, stretched, first = bases(student, [turn, A * factors, A[:, :1]])
        (Q,) = bases(student, [A])
        expect_close(same, turn, what="the basis of columns that are orthonormal")
        expect_close(stretched, Q, what="the basis after the columns were stretched")
        expect_close(first, Q[:, :1], what="the basis of the first column alone")


def test_input_unchanged(student, reference, rng):
    for m, n in ((2, 2), (3, 2)):
        A = columns(rng, m, n)
        Q = reference.gram_schmidt(A)
        expect_close(expect_unchanged(student.gram_schmidt, A), Q)
        expect_close(expect_new_array(student.gram_schmidt, A), Q)
