import importlib.util
import re
import sys
from pathlib import Path

import numpy as np
import pytest

from grader.numeric.gradient_table import check_gradient
from grader.numeric.parameters import read_parameters

RNG = np.random.default_rng(0)
X, Y = RNG.normal(size=(7, 4)), RNG.normal(size=(7, 3))
P = {"W": RNG.normal(size=(4, 3)), "b": RNG.normal(size=3)}
SIZES = {"the batch size": 7}
R = X @ P["W"] + P["b"] - Y
G = {"W": 2 * X.T @ R / R.size, "b": 2 * R.sum(axis=0) / R.size}


def loss(p):
    return float(np.mean((X @ p["W"] + p["b"] - Y) ** 2))


def many(f):
    return lambda points: [f(p) for p in points]


def check(claimed, f=loss, at=P, **options):
    return check_gradient(many(f), at, claimed, sizes=SIZES, **options)


def test_a_right_dict_of_gradients_agrees_row_by_row():
    table = check(G)
    assert (table.ok, table.status) == (True, "agrees")
    assert [(row.name, row.status) for row in table.rows] == [("W", "agrees"), ("b", "agrees")]
    assert table.words == "Every gradient agrees with the measured one."


def test_a_row_has_the_worst_place_its_numbers_and_the_ratio():
    wrong = G["W"].copy()
    wrong[2, 1] *= 3
    table = check({"W": wrong, "b": G["b"]})
    row = table.rows[0]
    assert (row.name, row.status, row.index) == ("W", "differs", (2, 1))
    assert row.analytic == wrong[2, 1]
    assert row.numeric == pytest.approx(G["W"][2, 1])
    assert 0 < row.bar < 1e-8
    assert row.ratio == pytest.approx(3)


@pytest.mark.parametrize(
    ("claimed", "pattern", "words"),
    [
        (
            {"W": 2 * G["W"], "b": G["b"]},
            "factor",
            "W: every component is 2 times the measured slope. b agrees.",
        ),
        (
            {"W": 7 * G["W"], "b": 7 * G["b"]},
            "factor",
            "W and b: every component is 7 times the measured slope, and 7 is the batch size.",
        ),
        (
            {"W": G["W"], "b": 2 * R / R.size},
            "not_summed",
            "b is not summed over axis 0, whose length is the batch size. W agrees.",
        ),
        (
            {"W": G["W"], "b": 7 * 2 * R / R.size},
            "not_summed",
            "b is not averaged over axis 0, whose length is the batch size. W agrees.",
        ),
        (
            {"W": G["W"].T, "b": G["b"]},
            "transposed",
            "W is transposed: the shape is (3, 4), but it must be (4, 3). b agrees.",
        ),
        ({"W": -G["W"], "b": -G["b"]}, "sign", "W and b: every component has the wrong sign."),
        ({"W": G["W"]}, "keys", None),
        ([G["W"], G["b"]], "kind", "A list came back where a dict must be."),
        ({"W": None, "b": G["b"]}, "none", None),
    ],
)
def test_the_words_name_the_parameter_and_its_pattern(claimed, pattern, words):
    table = check(claimed)
    assert (table.ok, table.status, table.pattern) == (False, "differs", pattern)
    assert words is None or table.words == words


def test_the_words_hold_no_number_of_the_claims_and_the_detail_does():
    secret = 0.8271
    for wrong in (secret * G["W"], np.full((4, 3), secret), G["W"] + secret):
        table = check({"W": wrong, "b": G["b"]})
        assert not re.search(r"\d", table.words)
        assert table.detail.startswith("W: At [")
        assert f"{table.rows[0].analytic:.9g}" in table.detail


@pytest.mark.parametrize("kind", [tuple, list])
def test_parameters_may_be_a_tuple_or_list_with_numbers_among_them(kind):
    at = kind([P["W"], 0.5])

    def f(p):
        assert type(p) is kind and type(p[1]) is float
        return float(np.sum(p[0] ** 2) * p[1])

    right = kind([2 * P["W"] * 0.5, float(np.sum(P["W"] ** 2))])
    assert check_gradient(many(f), at, right).ok
    table = check_gradient(many(f), at, kind([right[0], 2 * right[1]]))
    assert [row.name for row in table.rows] == ["[0]", "[1]"]
    assert table.words == "[1]: the component is 2 times the measured slope. [0] agrees."


def test_parameters_may_be_nested():
    at = {"layers": [{"W": P["W"], "b": P["b"]}, {"W": P["W"].T}], "scale": 2.0}
    parameters = read_parameters(at)
    names = ["layers[0].W", "layers[0].b", "layers[1].W", "scale"]
    assert [part.name for part in parameters.parts] == names
    again = parameters.build(parameters.vector)
    assert np.array_equal(again["layers"][1]["W"], P["W"].T)
    assert again["scale"] == 2.0


def test_a_list_of_numbers_is_one_array():
    table = check_gradient(many(lambda v: float(v @ v)), [1.0, 2.0], [2.0, 4.0])
    assert table.ok and [row.name for row in table.rows] == [""]


@pytest.mark.parametrize("at", [{"W": np.array([np.nan])}, {"W": None}, [np.ones(2), "text"]])
def test_a_parameter_that_is_no_array_of_numbers_is_a_value_error(at):
    with pytest.raises(ValueError, match="must be finite real numbers"):
        read_parameters(at)


def test_no_claim_lets_an_exception_escape(junk):
    for piece in junk:
        for claimed in (piece, {"W": piece, "b": G["b"]}):
            table = check(claimed)
            assert not table.ok
            assert table.words


def test_a_dead_unit_beside_live_ones_does_not_spoil_the_table():
    at = {"dead": np.array([-1.0, -2.0]), "live": np.array([1.0])}

    def f(p):
        return float(np.maximum(p["dead"], 0).sum() + p["live"].sum() ** 2)

    assert check_gradient(many(f), at, {"dead": np.zeros(2), "live": np.array([2.0])}).ok
    table = check_gradient(many(f), at, {"dead": np.ones(2), "live": np.array([2.0])})
    assert table.status == "differs"


def test_the_complex_step_may_measure_dicts_too():
    def f(p):
        return np.mean((X @ p["W"] + p["b"] - Y) ** 2)

    assert check(G, f=f, complex_step=True).ok
    slightly = {"W": G["W"] * (1 + 1e-4), "b": G["b"]}
    assert check(slightly, f=f, complex_step=True).status == "differs"


BIG = {"W": RNG.normal(size=(60, 60)), "b": np.array([2.0])}
BIG_GRADIENT = {"W": np.cos(BIG["W"]) * BIG["W"] + np.sin(BIG["W"]), "b": np.array([4.0])}


def big(p):
    return float(np.sum(np.sin(p["W"]) * p["W"]) + np.sum(p["b"] ** 2))


def test_a_large_parameter_is_judged_along_directions_with_few_calls():
    asked = []

    def f_many(points):
        asked.append(len(points))
        return [big(p) for p in points]

    assert check_gradient(f_many, BIG, BIG_GRADIENT).ok
    assert sum(asked) < 1000


@pytest.mark.parametrize("seed", range(5))
def test_one_component_of_thousands_that_is_1_percent_off_is_found_by_halving(seed):
    rng = np.random.default_rng(seed)
    place = tuple(int(i) for i in rng.integers(60, size=2))
    wrong = BIG_GRADIENT["W"].copy()
    wrong[place] *= 1.01
    table = check_gradient(many(big), BIG, {"W": wrong, "b": BIG_GRADIENT["b"]})
    assert table.words == "W: some components differ from the measured slope. b agrees."
    assert table.rows[0].index == place
    assert table.rows[0].ratio == pytest.approx(1.01)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda g: 2 * g, "W: every component is 2 times the measured slope. b agrees."),
        (lambda g: -g, "W: every component has the wrong sign. b agrees."),
        (lambda g: g.T, "W is transposed. b agrees."),
        (lambda g: 0 * g, "W: every component is zero. b agrees."),
        (lambda g: g[:-1], None),
        (lambda g: np.where(g > 0, np.nan, g), None),
    ],
)
def test_the_patterns_of_a_large_parameter_are_seen_too(change, words):
    claimed = {"W": change(BIG_GRADIENT["W"]), "b": BIG_GRADIENT["b"]}
    table = check_gradient(many(big), BIG, claimed)
    assert table.status == "differs"
    assert words is None or table.words == words


def test_a_large_parameter_with_no_slope_in_the_sample_is_still_judged():
    x = np.zeros(3000)
    at = np.append(x, np.ones(20))

    def f(v):
        return float(np.sum(np.where(v > 0.5, v**2, np.sqrt(np.abs(v)) * 0)))

    right = np.append(x, 2 * np.ones(20))
    assert check_gradient(many(f), at, right).ok
    assert check_gradient(many(f), at, 1.01 * right).status == "differs"


def test_the_directions_are_the_same_at_every_call():
    wrong = {"W": BIG_GRADIENT["W"] + np.eye(60), "b": BIG_GRADIENT["b"]}
    assert check_gradient(many(big), BIG, wrong) == check_gradient(many(big), BIG, wrong)


def test_no_false_alarm_and_no_miss_on_the_functions_of_the_benchmark():
    folder = Path(__file__).parents[2] / "benchmarks"
    spec = importlib.util.spec_from_file_location("gradient_cases", folder / "gradient_cases.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["gradient_cases"] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    cases = module.cases()
    assert len(cases) >= 60
    faults = []
    with np.errstate(all="ignore"):
        for case in cases:
            for slip, claim in {"right": case.right, **case.wrong}.items():
                status = check_gradient(many(case.f), case.x, claim).status
                if status != ("agrees" if slip == "right" else "differs"):
                    faults.append((case.kind, case.name, slip, status))
    assert faults == []


def test_the_only_argument_of_a_function_has_no_number_in_the_words():
    x = np.array([1.0, 2.0])
    table = check_gradient(lambda points: [float(z @ z) for (z,) in points], (x,), (3 * x,))
    assert table.words.startswith("Every component")


def test_an_axis_too_many_of_length_one_is_not_called_a_sum_that_is_missing():
    x = np.array([1.0, 2.0])
    table = check_gradient(lambda points: [float(z @ z) for z in points], x, 2 * x[None])
    assert table.words == "The shape is (1, 2), but it must be (2,): there is an axis too many."
