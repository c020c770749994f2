"""The call that is shown goes wrong as its check says, and is one that the contract allows."""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).parents[2]


def test_it_goes_wrong_in_the_words_of_the_message(grade_ours):
    path = ROOT / "solutions" / "vectors" / "unit_vector" / "mistakes" / "adds_epsilon.py"
    shown = 0
    for check in grade_ours(path, "unit_vector").problems[0].checks:
        if check.counterexample and "nearly right" in check.message:
            pair = check.counterexample.expected, check.counterexample.actual
            expected, actual = (np.array(json.loads(text)) for text in pair)
            assert np.max(np.abs(expected - actual)) < 1e-3
            shown += 1
    assert shown


@pytest.mark.parametrize(
    ("problem", "signature"),
    [
        ("jacobian", "jacobian(f, x)"),
        ("hessian", "hessian(f, x)"),
        ("numerical_gradient", "numerical_gradient(f, x)"),
        ("clip_by_global_norm", "clip(grads, c)"),
        ("step_size_v", "step_curve(f, dfdx, x, steps)"),
    ],
)
def test_of_code_that_always_raises_a_call_is_shown_that_has_an_answer(grade, problem, signature):
    (found,) = grade(f"def {signature}:\n    raise ArithmeticError\n", problem).problems
    shown = [check.counterexample for check in found.checks if check.counterexample]
    assert shown
    for counterexample in shown:
        assert "nan" not in counterexample.expected
        assert not re.search(r"[ (\[]0\.?\)$", counterexample.call)  # no step, no bound of 0
