"""What is drawn of a failure: the entries around a wrong one, vectors in the plane, slopes."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest
from msgspec import UNSET

from grader.judge.evidence import entries_of, picture_of, slopes_of
from grader.judge.expect import Mismatch, expect_gradient
from grader.model import Function, Report, Slopes
from grader.sandbox.proxies import Call

VECTORS = Function({"u": "float array (n,)", "v": "float array (n,)"}, "float", picture="vectors")
FIELD = Function({"P": "float array (n, 2)"}, "float array (n, 2)", picture="field")


def entries(actual, expected, **tolerances):
    return entries_of(actual, expected, **{"rtol": 1e-9, **tolerances})


def texts(found):
    return [[(e.expected, e.actual, e.wrong) for e in row] for row in found.rows]


def test_each_entry_of_a_matrix_is_shown_with_what_must_stand_there():
    found = entries([[1.0, 2.0], [3.0, 5.0]], np.array([[1.0, 2.0], [3.0, 4.0]]))
    assert texts(found) == [
        [("1", "1", False), ("2", "2", False)],
        [("3", "3", False), ("4", "5", True)],
    ]
    assert (found.part, found.shape, found.first, found.wrong) == ("result", (2, 2), (0, 0), 1)


def test_a_vector_has_one_entry_a_row_and_truth_values_are_told_as_such():
    found = entries(np.array([True, True]), np.array([True, False]))
    assert texts(found) == [[("True", "True", False)], [("False", "True", True)]]


def test_entries_that_look_the_same_are_shown_with_all_their_digits():
    row, _ = entries(np.array([0.1 + 1e-8, 1.0]), np.array([0.1, 1.0])).rows
    assert row[0].expected == "0.1" and row[0].actual == "0.10000001"


def test_nan_and_inf_are_wrong_unless_they_are_expected():
    expected = np.array([np.nan, np.inf, 1.0, 1.0])
    found = entries(np.array([np.nan, np.inf, np.nan, -np.inf]), expected)
    assert [row[0].wrong for row in found.rows] == [False, False, True, True]


def test_a_large_array_is_a_window_of_eight_by_eight_that_holds_the_first_wrong_entry():
    right = np.zeros((20, 30))
    wrong = right.copy()
    wrong[15, 28] = wrong[19, 1] = 1.0
    found = entries(wrong, right)
    assert found.first == (12, 22) and found.wrong == 2
    assert (len(found.rows), len(found.rows[0])) == (8, 8)
    assert found.rows[3][6].wrong
    wrong[2, 3] = 1.0
    assert entries(wrong, right).first == (0, 0)


def test_the_first_array_that_differs_inside_a_container_is_named():
    right = (0.5, {"W": np.eye(2), "b": np.zeros(2)})
    found = entries((0.5, {"W": np.eye(2), "b": np.ones(2)}), right)
    assert found.part == "result[1]['b']" and found.wrong == 2


def test_of_more_than_two_axes_the_layer_of_the_first_wrong_entry_is_shown():
    right = np.zeros((3, 2, 2))
    wrong = right.copy()
    wrong[1, 0, 1] = 7.0
    found = entries(wrong, right)
    assert found.part == "result[1]" and found.shape == (2, 2)
    assert texts(found)[0] == [("0", "0", False), ("0", "7", True)]


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        (2.0, 1.0),
        (np.array([2.0]), np.array([1.0])),
        (np.zeros((3, 1)), np.zeros(3)),
        (None, np.zeros(2)),
        ([[1.0], [2.0, 3.0]], np.zeros((2, 2))),
        ("text", "other"),
        ({"a": 1.0}, {"b": np.zeros(2)}),
        ([1.0], (np.zeros(2), 1.0)),
        (np.ones(2), np.ones(2)),
    ],
)
def test_without_two_arrays_of_one_shape_there_are_no_entries(actual, expected):
    assert entries(actual, expected) is UNSET


def test_vectors_are_arrows_from_the_origin_with_the_names_of_the_contract():
    call = Call("f", (np.array([2.0, 1.0]), np.array([-1.0, 2.0])))
    found = picture_of(VECTORS, call, np.array([1.0, 0.5]), [2.0, 4.0])
    assert [(m.label, m.role, m.at, m.to) for m in found.marks] == [
        ("u", "given", (0, 0), (2, 1)),
        ("v", "given", (0, 0), (-1, 2)),
        ("expected", "expected", (0, 0), (1, 0.5)),
        ("yours", "actual", (0, 0), (2, 4)),
    ]


def test_where_a_number_is_expected_only_what_was_given_is_drawn():
    call = Call("f", (np.array([2.0, 1.0]), np.array([-1.0, 2.0])))
    assert [m.label for m in picture_of(VECTORS, call, 0.0, [-2.0, 2.0]).marks] == ["u", "v"]
    assert [m.label for m in picture_of(VECTORS, call, ValueError(), 0.0).marks] == ["u", "v"]


@pytest.mark.parametrize("other", [[1.0], [1.0, 2.0, 3.0], [], [[1.0], [2.0]]])
def test_a_call_with_an_array_that_is_not_planar_has_no_picture(other):
    call = Call("f", (np.array([2.0, 1.0]), np.array(other)))
    assert picture_of(VECTORS, call, 0.0, 1.0) is UNSET
    assert picture_of(VECTORS, Call("f", ([[1.0], [1.0, 2.0]], 3)), 0.0, 1.0) is UNSET


def test_a_problem_that_asks_for_no_picture_has_none():
    plain = Function(VECTORS.takes, VECTORS.gives)
    call = Call("f", (np.array([2.0, 1.0]), np.array([-1.0, 2.0])))
    assert picture_of(plain, call, 0.0, 1.0) is UNSET


def test_the_arrows_of_a_field_start_at_their_places():
    P = np.array([[0.0, 0.0], [1.0, 2.0]])
    found = picture_of(FIELD, Call("f", (P,)), 2 * P, -P)
    arrows = [(m.role, m.at, m.to) for m in found.marks if m.role != "given"]
    assert ("expected", (1, 2), (3, 6)) in arrows and ("actual", (1, 2), (0, 0)) in arrows
    assert picture_of(FIELD, Call("f", (P,)), 2 * P, -P[:1]).marks[-1].role == "given"


def test_what_is_not_finite_or_too_much_is_left_out_and_counted():
    P = np.arange(100.0).reshape(50, 2)
    bad = np.full((50, 2), np.nan)
    found = picture_of(FIELD, Call("f", (P,)), P, bad)
    assert {m.role for m in found.marks} == {"given", "expected"}
    assert len(found.marks) == 72 and found.left_out == 14 + 36
    points = Function(FIELD.takes, FIELD.gives, picture="points")
    found = picture_of(points, Call("f", (P,)), P, P)
    assert len(found.marks) == 36 and found.left_out == 3 * 38
    assert found.marks[0].label == "P[0]" and found.marks[-1].label == "[11]"


def table(**options) -> Slopes:
    X, y = np.arange(12.0).reshape(6, 2) / 5, np.arange(6.0)

    def loss(p):
        return float(np.mean((X @ p["W"] + p["b"] - y) ** 2))

    at = {"W": np.array([0.3, -0.7]), "b": np.array([0.1])}
    r = X @ at["W"] + at["b"] - y
    claims = {"W": 2 * X.T @ r, "b": np.array([2 * r.mean()])}
    with pytest.raises(Mismatch) as error:
        expect_gradient(loss, at, claims, **options)
    return slopes_of(error.value.table)


def test_slopes_have_a_row_for_each_parameter_and_components_where_they_differ():
    found = table()
    wrong, right = found.rows
    assert (wrong.parameter, wrong.status, wrong.size) == ("W", "differs", 2)
    assert wrong.ratio == pytest.approx(6) and wrong.worst.differs
    assert [c.index for c in wrong.components] == [(0,), (1,)]
    assert (right.parameter, right.status, right.components) == ("b", "agrees", ())
    assert found.curve is UNSET


def test_the_curve_of_the_step_is_there_where_the_check_asks_for_it_and_is_a_v():
    curve = table(curve=True).curve
    assert curve.parameter == "W" and len(curve.steps) == len(curve.from_measured) > 20
    best = int(np.argmin(curve.from_measured))
    assert curve.from_measured[-1] > 1e3 * curve.from_measured[best]
    assert min(curve.from_claimed) > 0.1


def test_large_gradients_are_cut_to_their_worst_components():
    x = np.arange(40.0)
    claimed = 2 * x
    claimed[33] += 9
    with pytest.raises(Mismatch) as error:
        expect_gradient(lambda x: float(x @ x), x, claimed)
    (row,) = slopes_of(error.value.table).rows
    assert row.size == 40 and len(row.components) == 12
    assert (33,) in [c.index for c in row.components]


def test_a_gradient_of_another_shape_has_a_row_of_words_alone():
    with pytest.raises(Mismatch) as error:
        expect_gradient(lambda x: float(x @ x), np.ones(3), np.ones((3, 1)), curve=True)
    found = slopes_of(error.value.table)
    assert found.rows[0].worst is UNSET and found.rows[0].words and found.curve is UNSET


def test_a_report_with_all_of_it_comes_back_from_json_as_it_went(grade):
    source = """
    import numpy as np
    def dot_loop(u, v):
        if len(u) != len(v): raise ValueError
        total = 0.0
        for a, b in zip(u, v):
            total -= float(a) * float(b)
        return total
    """
    report = grade(source, "dot_by_hand")
    assert Report.from_json(report.to_json()) == report
    checks = {c.id: c for c in report.problems[0].checks}
    assert checks["loop_values"].counterexample.picture
    plain = msgspec.json.decode(report.to_json())["problems"][0]["checks"]
    assert not any("slopes" in check for check in plain)
    assert not any("entries" in (check["counterexample"] or {}) for check in plain)
