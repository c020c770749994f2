import numpy as np

from grader.judge.expect import expect, expect_array, expect_close, expect_unchanged

KEYS = ("corners", "area", "flips")


def whole(rng):
    """A matrix of whole numbers, none zero: neither symmetric nor singular.

    Half of them flip. Taking sizes for products or sums for differences always shows.
    """
    while True:
        A = rng.integers(1, 10, size=(2, 2)) * rng.choice([-1.0, 1.0], size=(2, 2))
        if A[0, 1] != A[1, 0] and determinant(A) != 0:
            return A


def determinant(A):
    return float(A[0, 0] * A[1, 1] - A[0, 1] * A[1, 0])


def both_signs(rng):
    """Five matrices that flip the plane and five that do not."""
    found = [whole(rng) for _ in range(5)]
    return [*found, *(A[:, ::-1].copy() for A in found)]


def part(answer, key):
    """One part of the dict that the function must return."""
    expect(
        isinstance(answer, dict) and set(answer) == set(KEYS),
        'Return a dict with the keys "corners", "area" and "flips", and no others.',
    )
    return answer[key]


def images(A):
    first, second = A[:, 0], A[:, 1]
    return np.array([0 * first, first, first + second, second])


def test_corners(student, rng):
    matrices = [*both_signs(rng), rng.normal(size=(2, 2))]
    for A, answer in zip(matrices, student.describe_map.map(matrices), strict=True):
        corners = expect_array(part(answer, "corners"), (4, 2), what="corners")
        expect_close(corners, images(A), what="corners")


def test_area(student, rng):
    matrices = [*both_signs(rng), np.diag([1000.0, -999.0]), np.array([[1.0, 5.0], [0.0, 1.0]])]
    # No near collapse, where the digits of the two products cancel.
    matrices += [rng.uniform(-1, 1, size=(2, 2)) + shift * np.eye(2) for shift in (2.5, -2.5)]
    for A, answer in zip(matrices, student.describe_map.map(matrices), strict=True):
        expect_close(part(answer, "area"), determinant(A), what="area")


def test_flips(student, rng):
    matrices = [*both_signs(rng), np.eye(2), np.array([[0.0, 1.0], [1.0, 0.0]]), -np.eye(2)]
    for A, answer in zip(matrices, student.describe_map.map(matrices), strict=True):
        expect_close(part(answer, "flips"), determinant(A) < 0, what="flips")


def test_collapse(student, rng):
    # Whole multiples: ad - bc is exactly zero. Elimination with a division would often miss it.
    matrices = [np.zeros((2, 2))]
    for _ in range(4):
        row = rng.integers(1, 10, size=2) * rng.choice([-1.0, 1.0], size=2)
        matrices += [np.outer([3.0, float(rng.integers(1, 10))], row), np.outer([0.0, 1.0], row)]
    for answer in student.describe_map.map(matrices):
        expect(expect_array(part(answer, "area"), ()) == 0, "This square collapses: area is 0.")
        expect_close(part(answer, "flips"), False, what="flips, for a square that collapses")


def test_areas_multiply(student, rng):
    for _ in range(4):
        A, B = whole(rng), whole(rng)
        inputs = [A, B, A @ B, np.diag([3.0, 1.0]) @ A]
        a, b, both, stretched = (
            expect_array(part(answer, "area"), (), what="area")
            for answer in student.describe_map.map(inputs)
        )
        expect_close(both, a * b, what="the area factor of A B")
        expect_close(stretched, 3 * a, what="the area factor with one axis stretched by 3")


def test_rotations(student, rng):
    for angle in (*rng.uniform(0.1, 1.4, size=2), 2.5, np.pi / 2):
        turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
        answer = student.describe_map(turn)
        expect_close(part(answer, "area"), 1.0, what="the area factor of a rotation")
        expect_close(part(answer, "flips"), False, what="flips, for a rotation")
        corners = expect_array(part(answer, "corners"), (4, 2), what="corners")
        expect_close(corners[1], turn[:, 0], what="the image of (1, 0)")


def test_inputs_unchanged(student, rng):
    for A in both_signs(rng)[:6]:
        answer = expect_unchanged(student.describe_map, A)
        expect_close(part(answer, "corners"), images(A), what="corners")
        expect_close(part(answer, "area"), determinant(A), what="area")
