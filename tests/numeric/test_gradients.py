import numpy as np
import pytest

from grader.numeric.gradients import Estimate, judge_gradient, numeric_gradient

X = np.array([1.0, -2.0, 3.0])
M = np.array([[1.0, -2.0, 0.5], [0.25, 1.5, -1.0], [2.0, 0.75, -0.5]])


def many(f):
    return lambda points: [float(f(p)) for p in points]


def judge(f, x, claimed, **sizes):
    return judge_gradient(claimed, numeric_gradient(many(f), x), **sizes)


def squares(x):
    return np.sum(x**2)


def log_sum_exp(x):
    return np.log(np.sum(np.exp(x)))


def softmax(x):
    return np.exp(x) / np.sum(np.exp(x))


def relu(x):
    return np.sum(np.maximum(x, 0))


@pytest.mark.parametrize(
    ("f", "x", "gradient"),
    [
        (squares, X, 2 * X),
        (squares, np.array(3.0), np.array(6.0)),
        (squares, M, 2 * M),
        (log_sum_exp, X, softmax(X)),
        (lambda x: np.sum(np.sin(5 * x)), X, 5 * np.cos(5 * X)),
        (lambda x: np.sum(1 / (1 + np.exp(-x))), X, np.exp(-X) / (1 + np.exp(-X)) ** 2),
        (lambda x: np.linalg.det(x), M, np.linalg.det(M) * np.linalg.inv(M).T),
    ],
)
def test_the_measured_slope_is_right_and_within_its_bar(f, x, gradient):
    estimate = numeric_gradient(many(f), x)
    assert estimate.value.shape == estimate.bar.shape == estimate.kink.shape == x.shape
    assert np.all(np.abs(estimate.value - gradient) <= 3 * estimate.bar)
    assert np.all(estimate.bar < 1e-8)
    assert not estimate.kink.any()
    verdict = judge_gradient(gradient, estimate)
    assert (verdict.ok, verdict.status) == (True, "agrees")
    assert {row.verdict for row in verdict.table} == {"agrees"}


def test_all_evaluations_travel_in_one_batch_of_fresh_arrays():
    batches = []

    def f_many(points):
        batches.append(len(points))
        values = [float(squares(p)) for p in points]
        for p in points:
            p[:] = np.nan
        return values

    x = X.copy()
    estimate = numeric_gradient(f_many, x)
    assert batches == [6 * 3 + 1]
    assert np.array_equal(x, X)
    assert np.allclose(estimate.value, 2 * X)


@pytest.mark.parametrize("scale", [1e-12, 1e-7, 1e-5, 1.0, 1e8])
def test_a_wrong_gradient_is_caught_whatever_the_scale_of_the_loss(scale):
    def loss(x):
        return scale * squares(x)

    assert judge(loss, X, scale * 2 * X).ok
    assert judge(loss, X, scale * 3 * X).status == "differs"


@pytest.mark.parametrize("size", [1e-3, 1e4, 1e7, 1e12])
def test_a_right_gradient_agrees_whatever_the_size_of_the_input(size):
    x = size * X
    assert judge(squares, x, 2 * x).ok
    assert judge(squares, x, 2 * x * (1 + 1e-3)).status == "differs"


def test_a_large_constant_in_the_loss_raises_no_false_alarm_and_hides_no_wrong_slope():
    def loss(x):
        return squares(x) + 1e8

    assert judge(loss, X, 2 * X).ok
    assert judge(loss, X, 3 * X).status == "differs"


def test_slopes_drowned_by_a_constant_are_unresolved_and_not_ok():
    verdict = judge(lambda x: 1e-6 * squares(x) + 1e12, X, 2e-6 * X)
    assert (verdict.ok, verdict.status) == (False, "unresolved")
    assert {row.verdict for row in verdict.table} == {"unresolved"}


def test_at_a_kink_every_slope_between_both_sides_is_accepted():
    x = np.array([0.0, 1.0, -1.0])
    estimate = numeric_gradient(many(relu), x)
    assert estimate.kink.tolist() == [True, False, False]
    assert np.allclose(estimate.left, [0, 1, 0])
    assert np.allclose(estimate.right, [1, 1, 0])
    for at_zero in (0.0, 0.5, 1.0):
        verdict = judge_gradient([at_zero, 1.0, 0.0], estimate)
        assert verdict.ok
        assert "kink" in verdict.words
        assert verdict.table[0].verdict == "kink"
    for at_zero in (-0.1, 1.1):
        verdict = judge_gradient([at_zero, 1.0, 0.0], estimate)
        assert verdict.status == "differs"
        assert "0 on the left and 1 on the right" in verdict.detail


def test_a_symmetric_kink_is_seen_although_extrapolation_is_blind_to_it():
    estimate = numeric_gradient(many(lambda x: np.sum(np.abs(x))), np.zeros(1))
    assert estimate.kink.all()
    assert judge_gradient([-1.0], estimate).ok
    assert judge_gradient([1.5], estimate).status == "differs"


@pytest.mark.parametrize("x", [1e-10, -1e-10, 1e-12])
def test_so_close_to_a_kink_that_rounding_could_cross_it_both_sides_slopes_are_right(x):
    for slope in (0.0, 1.0):
        assert judge(relu, np.array([x, 2.0]), [slope, 1.0]).ok
    assert judge(relu, np.array([x, 2.0]), [3.0, 1.0]).status == "differs"


@pytest.mark.parametrize("x", [1e-7, 1e-6, -1e-6, 1e-3])
def test_beside_a_kink_the_slope_of_the_own_side_is_measured_and_no_other_is_right(x):
    x, right = np.array([x, 2.0]), float(x > 0)
    assert not numeric_gradient(many(relu), x).kink.any()
    assert judge(relu, x, [right, 1.0]).ok
    assert judge(relu, x, [1 - right, 1.0]).status == "differs"


def test_a_kink_beside_a_curve_and_a_constant_is_still_a_kink():
    def loss(x):
        return np.sum(np.maximum(x, 0) + 3 * x**2 + np.exp(x)) + 100

    assert numeric_gradient(many(loss), np.array([0.0, 1.0])).kink.tolist() == [True, False]


def test_a_sharp_bend_whose_sides_meet_is_no_kink():
    assert not numeric_gradient(many(lambda x: np.sum(np.abs(x) ** 1.55)), np.zeros(1)).kink.any()


@pytest.mark.parametrize("curvature", [1.0, 1e3, 1e6])
def test_strong_curvature_is_no_kink(curvature):
    def loss(x):
        return curvature * squares(x) + np.sum(x)

    estimate = numeric_gradient(many(loss), np.zeros(3))
    assert not estimate.kink.any()
    assert judge_gradient(np.ones(3), estimate).ok


@pytest.mark.parametrize(
    "f",
    [
        lambda x: np.sum(x >= 0),
        lambda x: np.sum(np.sqrt(np.abs(x))),
        lambda x: np.nan,
        lambda x: np.inf,
    ],
    ids=["step", "cusp", "nan", "inf"],
)
def test_where_there_is_no_slope_nothing_is_said_about_the_claim(f):
    for claimed in ([0.0], [5.0]):
        verdict = judge(f, np.zeros(1), claimed)
        assert (verdict.ok, verdict.status) == (False, "unresolved")


def test_one_unresolved_component_does_not_spoil_the_others():
    def loss(x):
        return np.sqrt(abs(x[0])) + x[1] ** 2

    x = np.array([0.0, 2.0])
    verdict = judge(loss, x, [7.0, 4.0])
    assert verdict.ok
    assert [row.verdict for row in verdict.table] == ["unresolved", "agrees"]
    assert judge(loss, x, [7.0, 5.0]).status == "differs"


def test_a_zero_slope_beside_others_is_judged():
    def loss(x):
        return np.cos(x[0]) + x[1]

    x = np.array([0.0, 1.0])
    assert {row.verdict for row in judge(loss, x, [0.0, 1.0]).table} == {"agrees"}
    assert judge(loss, x, [1e-3, 1.0]).status == "differs"


def test_one_component_of_many_that_is_slightly_wrong_is_found():
    rng = np.random.default_rng(0)
    x = rng.normal(size=1000)
    claimed = 2 * x
    claimed[137] *= 1.0001
    verdict = judge(squares, x, claimed)
    assert verdict.words == "Some components differ from the measured slope."
    assert verdict.table[0].index == (137,)
    assert verdict.detail.startswith("At [137] the measured slope is")


def test_small_components_are_judged_by_their_own_size():
    scale = np.array([1e6, 1.0])
    assert judge(lambda x: np.sum(scale * x), np.ones(2), [1e6, 1.1]).status == "differs"


@pytest.mark.parametrize(
    ("claimed", "pattern", "words"),
    [
        (6 * M**2, "factor", "Every component is 2 times the measured slope."),
        (3 * M**2 / 2, "factor", "Every component is half of the measured slope."),
        (-3 * M**2, "sign", "Every component has the wrong sign."),
        (0 * M, "zero", "Every component is zero."),
        (3 * M.T**2, "transposed", "It is transposed."),
        (
            3 * M**2 / 7,
            "factor",
            "Every component is 1/7 of the measured slope, and 7 is the batch size.",
        ),
        (
            2.5 * M**2,
            "factor",
            "Every component is the measured slope times one and the same factor.",
        ),
        (3 * M**2 + 1, "offset", "Every component is off by one and the same amount."),
        (
            3 * M**2 + np.diag([1, 2, 4]),
            None,
            "Some components differ from the measured slope.",
        ),
        (M**2 + 9 - M, None, "Every component differs from the measured slope."),
        (np.full((3, 3), np.nan), "nan", "Every value is nan where a finite number must be."),
        (np.where(M > 0, np.inf, 3 * M**2), "inf", None),
        (np.ones((3, 1)), "shape", "The shape is (3, 1), but it must be (3, 3)."),
        (M[None], "extra_axis", None),
        (1.0, "shape", "A single number came back, but it must be an array of shape (3, 3)."),
        (None, "none", None),
        ("text", "kind", "Text came back where an array must be."),
        ([[1, 2], [3]], "ragged", None),
        (M.astype(complex), "complex", None),
        (M > 0, "bool", None),
        ({"W": M}, "kind", "A dict came back where an array must be."),
    ],
)
def test_a_wrong_claim_is_diagnosed(claimed, pattern, words):
    verdict = judge(lambda x: np.sum(x**3), M, claimed, sizes={"the batch size": 7})
    assert (verdict.ok, verdict.status, verdict.pattern) == (False, "differs", pattern)
    assert words is None or verdict.words == words


def test_a_pattern_is_seen_beside_a_kink():
    x = np.array([0.0, 1.0, 2.0])
    verdict = judge(lambda x: relu(x) + squares(x), x, [0.0, 6.0, 10.0])
    assert verdict.pattern == "factor"


def test_the_worst_row_of_the_table_comes_first():
    verdict = judge(squares, X, [2.0, -4.1, 9.0])
    assert [row.index for row in verdict.table] == [(2,), (1,), (0,)]
    row = verdict.table[0]
    assert (row.claimed, row.verdict) == (9.0, "differs")
    assert row.measured == pytest.approx(6.0)


def test_a_point_without_components_agrees():
    assert judge(lambda x: 1.0, np.zeros(0), np.zeros(0)).ok


@pytest.mark.parametrize(
    ("f_many", "message"),
    [
        (lambda points: [1.0], "1 values for 7 points"),
        (lambda points: [None] * len(points), "one real number"),
        (lambda points: [np.ones(1)] * len(points), "one real number"),
        (lambda points: [1j] * len(points), "one real number"),
    ],
)
def test_a_function_that_gives_no_numbers_is_a_value_error(f_many, message):
    with pytest.raises(ValueError, match=message):
        numeric_gradient(f_many, np.zeros(1))


def test_a_point_or_scale_that_is_not_finite_is_a_value_error():
    with pytest.raises(ValueError, match="finite"):
        numeric_gradient(many(squares), np.array([np.nan]))
    with pytest.raises(ValueError, match="typical"):
        numeric_gradient(many(squares), np.zeros(1), typical=0.0)


def test_typical_sets_the_step_of_small_inputs():
    x = np.array([1e-6])
    f = many(lambda x: np.sum(np.sin(1e6 * x)))
    assert judge_gradient([1e6 * np.cos(1)], numeric_gradient(f, x, typical=1e-6)).ok
    assert isinstance(numeric_gradient(f, x), Estimate)


@pytest.mark.parametrize("seed", range(10))
def test_right_gradients_of_a_noisy_network_never_raise_an_alarm(seed):
    rng = np.random.default_rng(seed)
    A, y = rng.normal(size=(40, 6)), rng.normal(size=40)
    hidden = rng.normal(size=(6, 5))
    w = rng.normal(size=5)

    def loss(v):
        return np.mean((np.tanh(A @ hidden) @ v - y) ** 2) + 1e4 - 1e4 * np.cos(0.0)

    H = np.tanh(A @ hidden)
    gradient = 2 / 40 * H.T @ (H @ w - y)
    assert judge(loss, w, gradient).ok
    assert judge(loss, w, gradient * 1.001).status == "differs"


def test_no_claim_lets_an_exception_escape(junk):
    for x in (np.ones(2), np.ones((1, 1)), np.array(1.0)):
        estimate = numeric_gradient(many(squares), x)
        for claimed in [*junk, *([piece] for piece in junk)]:
            verdict = judge_gradient(claimed, estimate)
            assert (verdict.ok, verdict.status) == (False, "differs")
            assert verdict.words
