import numpy as np
import pytest

from grader.numeric.gradient_table import check_gradient
from grader.numeric.smooth import draw_smooth


def many(f):
    return lambda points: [f(point) for point in points]


def relu_sum(x):
    return float(np.sum(np.maximum(x, 0).ravel() * np.arange(1, x.size + 1)))


RELU = many(relu_sum)


def one_after_the_other(*points):
    left = list(points)
    return lambda: np.array(left.pop(0)), left


def test_a_point_on_a_kink_is_drawn_again():
    draw, left = one_after_the_other([0.0, 1.0], [2.0, 0.0], [2.0, -1.0], [3.0, 3.0])
    assert draw_smooth(RELU, draw).tolist() == [2.0, -1.0]
    assert len(left) == 1


def test_a_smooth_point_is_kept_and_nothing_more_is_drawn():
    draw, left = one_after_the_other([2.0, -1.0], [3.0, 3.0])
    assert draw_smooth(RELU, draw).tolist() == [2.0, -1.0]
    assert len(left) == 1


def test_the_tries_are_bounded_and_the_last_draw_is_excused():
    calls = []

    def draw():
        calls.append(1)
        return np.array([0.0, 1.0])

    at = draw_smooth(RELU, draw)
    assert len(calls) == 20
    for slope_at_0 in (0.0, 0.5, 1.0):
        assert check_gradient(RELU, at, np.array([slope_at_0, 2.0])).ok
    assert not check_gradient(RELU, at, np.array([0.0, 3.0])).ok


def test_a_dict_of_parameters_is_drawn_again_as_a_whole():
    draws = [{"W": np.zeros((2, 2)), "b": np.ones(2)}, {"W": np.ones((2, 2)), "b": np.ones(2)}]

    def loss(p):
        return relu_sum(p["W"]) + relu_sum(p["b"])

    assert draw_smooth(many(loss), lambda: draws.pop(0))["W"].all()


def test_a_kink_in_many_components_is_seen_along_directions():
    rng = np.random.default_rng(0)
    on, off = np.zeros(600), rng.normal(size=600) + 5
    draws = [on, off]
    assert draw_smooth(RELU, lambda: draws.pop(0)) is off


def test_inputs_with_many_zeros_are_drawn_until_none_is_on_a_kink():
    rng = np.random.default_rng(1)
    at = draw_smooth(RELU, lambda: rng.integers(-1, 2, size=2).astype(float))
    assert np.all(at != 0)


def test_at_least_one_try_is_needed():
    with pytest.raises(ValueError, match="tries is 0"):
        draw_smooth(RELU, lambda: np.ones(1), tries=0)
