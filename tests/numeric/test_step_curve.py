"""The error of a central difference over its step, as students meet it."""

from __future__ import annotations

import math

import numpy as np
import pytest

from grader.numeric.gradient_table import check_gradient, with_curve
from grader.numeric.step_curve import step_errors


def sines(points):
    return [float(np.sin(x).sum()) for x in points]


def errors(f_many, x, measured, claimed=0.0, place=0):
    return step_errors(f_many, np.array(x), place, measured, claimed)


def test_the_error_of_a_sine_is_a_v_with_its_foot_near_the_cube_root_of_eps():
    found = errors(sines, [1.0], math.cos(1.0))
    best = found.steps[int(np.argmin(found.from_measured))]
    assert 1e-7 < best < 1e-4
    assert found.from_measured[0] > 1e-2 and found.from_measured[-1] > 1e-4
    assert min(found.from_measured) < 1e-9


def test_from_a_wrong_slope_no_step_is_near():
    found = errors(sines, [1.0], math.cos(1.0), claimed=math.cos(1.0) + 1)
    assert min(found.from_claimed) > 0.8


def test_steps_grow_with_the_component_that_is_moved():
    found = errors(
        lambda points: [float(x[1] ** 2) for x in points], [0.0, 1000.0], 2000.0, place=1
    )
    assert found.steps[0] == 1000.0
    assert max(found.from_measured[:8]) < 1e-6  # a parabola has no bend to miss


def test_steps_where_the_function_gives_no_finite_number_are_left_out():
    found = errors(lambda points: [float(np.log(x[0])) for x in points], [0.5], 2.0)
    assert found.steps and max(found.steps) < 0.5
    assert all(map(math.isfinite, found.from_measured))
    assert errors(lambda points: ["text"] * len(points), [0.5], 2.0).steps == ()


@pytest.mark.filterwarnings("error")
def test_float32_points_are_moved_in_float32_and_those_that_do_not_move_left_out():
    x = np.array([1.0], dtype=np.float32)
    found = step_errors(sines, x, 0, math.cos(1.0), 0.0)
    assert min(found.steps) > 1e-9 and len(found.steps) > 10


def test_a_table_gets_the_curve_of_its_first_row_that_differs():
    at = {"a": np.array([0.3, 0.4]), "b": np.array([0.5, 0.7])}
    claimed = {"a": np.cos(at["a"]), "b": np.cos(at["b"]) * [1.0, 2.0]}

    def many(points):
        return [float(np.sin(p["a"]).sum() + np.sin(p["b"]).sum()) for p in points]

    table = with_curve(check_gradient(many, at, claimed), many, at)
    assert table.curve is not None
    assert min(table.curve.from_claimed) == pytest.approx(math.cos(0.7), abs=0.1)
    refused = with_curve(check_gradient(many, at, {"a": 1.0}), many, at)
    assert refused.curve is None and not refused.ok
