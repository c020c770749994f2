import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.numeric.complex_step import complex_gradient
from grader.numeric.gradients import judge_gradient
from grader.numeric.hessians import numeric_hessian
from grader.numeric.slopes import (
    numeric_gradient,
    numeric_jacobian,
    numeric_slopes,
    numeric_vjp,
)

X = np.array([0.3, -1.2, 2.0])


def many(f):
    return lambda points: [f(p) for p in points]


def softmax(x):
    return np.exp(x) / np.sum(np.exp(x))


def log_sum_exp(x):
    return np.log(np.sum(np.exp(x)))


SOFTMAX_JACOBIAN = np.diag(softmax(X)) - np.outer(softmax(X), softmax(X))


def within(estimate, right):
    return np.all(np.abs(estimate.value - right) <= 3 * estimate.bar + 1e-12 * np.abs(right))


@settings(deadline=None, max_examples=60, derandomize=True)
@given(
    st.floats(-8, 8),
    st.floats(-8, 8),
    st.floats(-6, 6),
    st.lists(st.floats(0.1, 3), min_size=1, max_size=4),
)
def test_the_step_finds_the_scale_of_f_and_of_x_whatever_they_are(fast, loud, shift, x):
    # f(x) = a sin(b x) + c: b from 1e-8 to 1e8, a likewise, c up to 1e6 times as large.
    x = np.array(x)
    a, b = 10.0**loud, 10.0**fast
    c = a * 10.0**shift
    estimate = numeric_gradient(many(lambda v: np.sum(a * np.sin(b * v)) + c), x)
    right = a * b * np.cos(b * x)
    # Measured or not: what is never allowed is a bar that lies.
    assert np.all(np.abs(estimate.value - right)[np.isfinite(estimate.bar)] <= (
        10 * estimate.bar + 1e-6 * a * b
    )[np.isfinite(estimate.bar)])  # fmt: skip
    assert judge_gradient(right, estimate).status != "differs"


@pytest.mark.parametrize("size", [1e-12, 1e-8, 1e-4, 1.0, 1e6, 1e12])
def test_the_logarithm_has_a_slope_at_points_of_every_size(size):
    x = size * np.array([1.0, 2.5])
    estimate = numeric_gradient(many(lambda v: np.sum(np.log(v))), x)
    assert np.allclose(estimate.value, 1 / x, rtol=1e-8)
    assert np.all(estimate.bar <= 1e-6 / x)


@pytest.mark.parametrize("fast", [1e3, 1e6, 1e9])
def test_a_function_that_turns_between_the_first_points_is_looked_at_again(fast):
    asked = []

    def f_many(points):
        asked.append(len(points))
        return [np.sum(np.sin(fast * p)) for p in points]

    estimate = numeric_gradient(f_many, X)
    assert len(asked) == 2
    assert within(estimate, fast * np.cos(fast * X))


def test_a_function_known_well_at_the_first_look_is_not_looked_at_again():
    asked = []

    def f_many(points):
        asked.append(len(points))
        return [log_sum_exp(p) for p in points]

    numeric_gradient(f_many, X)
    assert asked == [6 * 3 + 1]


def test_a_float32_point_is_moved_in_float32_and_judged_by_its_rounding():
    x = X.astype(np.float32)
    kinds = set()

    def f(v):
        kinds.add(v.dtype)
        return np.sum(np.sin(3 * v))

    estimate = numeric_gradient(many(f), x)
    assert kinds == {np.dtype(np.float32)}
    right = 3 * np.cos(3 * x)
    assert judge_gradient(right, estimate).ok
    assert judge_gradient(1.01 * right, estimate).status == "differs"


def test_float32_inside_a_function_that_returns_float64_is_noticed():
    for seed in range(20):
        x = np.random.default_rng(seed).normal(size=3)

        def f(v):
            return float(np.sum(np.exp(v.astype(np.float32))))

        estimate = numeric_gradient(many(f), x)
        assert judge_gradient(np.exp(x), estimate).ok
        assert judge_gradient(1.01 * np.exp(x), estimate).status == "differs"


@pytest.mark.parametrize("power", [1, 2])
def test_whole_numbers_are_measured_at_once_and_float32_of_them_is_noticed(power):
    for seed in range(20):
        rng = np.random.default_rng(seed)
        w, x = (rng.integers(1, 6, size=4) * rng.choice([-1.0, 1.0], size=4) for _ in range(2))
        right, asked = w * power * x ** (power - 1), []

        def exact(points, w=w, asked=asked):
            asked.append(len(points))
            return [float(w @ p**power) for p in points]

        assert judge_gradient(right, numeric_gradient(exact, x)).ok
        assert asked == [6 * 4 + 1]
        rounded = numeric_gradient(many(lambda v, w=w: float(np.float32(w @ v**power))), x)
        assert rounded.eps == np.finfo(np.float32).eps
        assert judge_gradient(right, rounded).ok
        assert judge_gradient(1.1 * right, rounded).status == "differs"


@pytest.mark.parametrize("decimals", [3, 6, 8])
def test_a_loss_rounded_to_some_decimals_raises_no_alarm(decimals):
    for seed in range(40):
        x = np.random.default_rng(seed).normal(size=3)
        f = many(lambda v: round(float(np.sum(np.exp(v))), decimals))
        estimate = numeric_gradient(f, x)
        assert judge_gradient(np.exp(x), estimate).status != "differs"
        assert judge_gradient(2 * np.exp(x), estimate).status == "differs"


@pytest.mark.parametrize("noise", [1e-12, 1e-9, 1e-6])
def test_noise_widens_the_bar_and_raises_no_alarm(noise):
    rng = np.random.default_rng(0)
    for _ in range(30):
        x = rng.normal(size=2)
        estimate = numeric_gradient(many(lambda v: v @ v + noise * rng.normal()), x)
        assert judge_gradient(2 * x, estimate).status != "differs"
        assert judge_gradient(4 * x, estimate).status == "differs"


def test_pure_noise_has_no_slope():
    rng = np.random.default_rng(0)
    for _ in range(30):
        estimate = numeric_gradient(many(lambda v: rng.normal()), np.ones(2))
        for claimed in ([0.0, 0.0], [3.0, -1.0]):
            assert judge_gradient(claimed, estimate).status == "unresolved"


def test_a_slope_of_zero_is_measured_at_the_bottom_of_a_bowl():
    estimate = numeric_gradient(many(lambda v: v @ v), np.zeros(3))
    assert judge_gradient(np.zeros(3), estimate).ok
    assert judge_gradient([0.0, 1e-6, 0.0], estimate).status == "differs"


def test_a_bowl_so_flat_that_only_its_fourth_power_bends_has_a_slope_of_zero():
    estimate = numeric_gradient(many(lambda v: np.sum(v**4)), np.zeros(2))
    assert judge_gradient(np.zeros(2), estimate).ok
    assert judge_gradient([0.0, 1e-9], estimate).status == "differs"


def test_the_rounding_of_large_slopes_is_forgiven_where_a_slope_is_zero():
    estimate = numeric_gradient(many(lambda v: 1e6 * v[0] + 0 * v[1]), np.array([0.0, 1.0]))
    assert estimate.bar[1] < 1e-9
    assert judge_gradient([1e6, 4e-9], estimate).ok
    assert judge_gradient([1e6, 1e-3], estimate).status == "differs"


def test_a_softplus_as_sharp_as_a_kink_has_one_slope_only():
    sharp = 1e6
    x = np.array([3e-7])
    estimate = numeric_gradient(many(lambda v: np.sum(np.logaddexp(0, sharp * v)) / sharp), x)
    right = 1 / (1 + np.exp(-sharp * x))
    assert not estimate.kink.any()
    assert judge_gradient(right, estimate).ok
    assert judge_gradient([1.0], estimate).status == "differs"


@settings(deadline=None, max_examples=60, derandomize=True)
@given(st.floats(-3, 3), st.floats(-3, 3), st.floats(-2, 2), st.floats(0, 4))
def test_at_a_kink_every_slope_between_is_right_and_none_outside(left, right, bend, shift):
    def f(v):
        return float(np.where(v < 0, left * v, right * v).sum() + bend * v @ v + 10**shift)

    low, high = sorted((left, right))
    estimate = numeric_gradient(many(f), np.zeros(1))
    for claimed in (low, high, (low + high) / 2):
        assert judge_gradient([claimed], estimate).status != "differs"
    for claimed in (low - 0.1, high + 0.1):
        assert judge_gradient([claimed], estimate).status == "differs"


def test_a_jacobian_has_the_axes_of_the_value_and_then_those_of_the_point():
    estimate = numeric_jacobian(many(softmax), X)
    assert within(estimate, SOFTMAX_JACOBIAN)
    M = np.arange(6.0).reshape(2, 3) / 7
    A = np.arange(8.0).reshape(4, 2)
    estimate = numeric_jacobian(many(lambda v: A @ v), M)
    assert estimate.value.shape == (4, 3, 2, 3)
    assert np.allclose(estimate.value, np.einsum("ai,bj->abij", A, np.eye(3)))
    assert judge_gradient(estimate.value, estimate).ok


def test_a_jacobian_keeps_the_kinks_of_each_entry_apart():
    estimate = numeric_jacobian(many(lambda v: np.maximum(v, 0)), np.array([0.0, 1.0]))
    assert estimate.kink.tolist() == [[True, False], [False, False]]
    assert judge_gradient([[0.0, 0.0], [0.0, 1.0]], estimate).ok
    assert judge_gradient([[0.0, 0.0], [0.0, 2.0]], estimate).status == "differs"


def test_a_vector_jacobian_product_is_the_jacobian_weighted():
    upstream = np.array([1.0, -2.0, 0.5])
    assert within(numeric_vjp(many(softmax), X, upstream), upstream @ SOFTMAX_JACOBIAN)


def test_a_vector_jacobian_product_wants_an_upstream_of_the_values_shape():
    with pytest.raises(ValueError, match=r"upstream's shape \(2,\)"):
        numeric_vjp(many(softmax), X, np.ones(2))


def test_slopes_along_directions_cost_the_same_in_any_dimension():
    asked = []

    def f_many(points):
        asked.append(len(points))
        return [np.sum(np.sin(p)) for p in points]

    x = np.random.default_rng(0).normal(size=100_000)
    ways = np.random.default_rng(1).choice([-1.0, 1.0], size=(2, x.size))
    estimate = numeric_slopes(f_many, x, ways)
    assert sum(asked) <= 13
    assert np.allclose(estimate.value, ways @ np.cos(x), rtol=1e-6)


@pytest.mark.parametrize("direction", [np.zeros(3), [np.nan, 1, 1]])
def test_a_direction_must_lead_somewhere(direction):
    with pytest.raises(ValueError, match="direction"):
        numeric_slopes(many(log_sum_exp), X, [direction])


def test_a_hessian_is_symmetric_and_right_within_its_bars():
    estimate = numeric_hessian(many(log_sum_exp), X)
    assert within(estimate, SOFTMAX_JACOBIAN)
    assert np.all(estimate.bar < 1e-6)
    assert np.array_equal(estimate.value, estimate.value.T)
    assert judge_gradient(SOFTMAX_JACOBIAN, estimate).ok
    assert judge_gradient(1.01 * SOFTMAX_JACOBIAN, estimate).status == "differs"


@pytest.mark.parametrize("scale", [1e-6, 1.0, 1e6])
@pytest.mark.parametrize("size", [1e-3, 1.0, 1e3])
def test_a_hessian_of_any_scale_is_measured(scale, size):
    A = np.array([[2.0, 1.0], [1.0, 3.0]])
    x = size * np.array([1.0, -2.0])
    estimate = numeric_hessian(many(lambda v: scale * v @ A @ v / 2), x)
    assert judge_gradient(scale * A, estimate).ok
    assert judge_gradient(scale * (A + np.eye(2) / 10), estimate).status == "differs"


def test_a_kink_has_no_hessian():
    estimate = numeric_hessian(many(lambda v: np.sum(np.maximum(v, 0))), np.zeros(1))
    assert np.isinf(estimate.bar).all()


def test_the_complex_step_is_right_to_the_last_digits():
    estimate = complex_gradient(many(log_sum_exp), X)
    assert np.max(np.abs(estimate.value - softmax(X))) < 1e-15
    assert judge_gradient(softmax(X), estimate).ok
    assert judge_gradient(softmax(X) * (1 + 1e-5), estimate).status == "differs"


@pytest.mark.parametrize("f", [lambda v: np.sum(np.abs(v)), np.linalg.norm])
def test_a_function_that_drops_the_imaginary_part_is_refused_by_the_complex_step(f):
    with pytest.raises(ValueError, match="imaginary"):
        complex_gradient(many(f), X)
