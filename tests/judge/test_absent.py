"""A name that is absent because the statement that was to bind it failed, and calls that raise."""

from __future__ import annotations

import pytest

from grader.report.html import page


@pytest.fixture
def checks(grade):
    """The checks of softmax on a source, by id."""

    def checks(source, **kwargs):
        (problem,) = grade(source, "softmax", explain=False, **kwargs).problems
        return {check.id: check for check in problem.checks}

    return checks


WITH_TORCH = """
import numpy as np
import torch.nn.functional as F

def softmax(Z, axis=-1):
    return F.softmax(Z, axis)
"""


def test_a_failed_import_is_named_where_its_name_is_missed(checks):
    for check in checks(WITH_TORCH).values():
        assert "`F` is missing because line 3, `import torch.nn.functional as F`, raised" in (
            check.message
        )
        assert "ModuleNotFoundError: No module named 'torch'." in check.message


def test_a_missing_name_gets_no_hint_about_mathematics(checks):
    assert {check.hint for check in checks(WITH_TORCH).values()} == {""}
    right_name = WITH_TORCH.replace("F.softmax(Z, axis)", "np.ones(3) + np.ones(4)")
    assert all(check.hint for name, check in checks(right_name).items() if name != "examples")


def test_a_value_that_could_not_be_computed_is_named_too(checks):
    found = checks("SHIFT = 1 / 0\n\ndef softmax(Z, axis=-1):\n    return Z - SHIFT\n")
    message = found["values"].message
    assert "`SHIFT` is missing because line 1, `SHIFT = 1 / 0`, raised ZeroDivisionError" in message


def test_a_name_that_nothing_would_bind_has_no_reason(checks):
    found = checks("import torch\n\ndef softmax(Z, axis=-1):\n    return Zed\n")
    assert "missing because" not in found["values"].message
    assert "at line 4: `return Zed`" in found["values"].message


def test_a_cell_of_a_notebook_is_named_by_its_number(checks):
    cells = ["from torch import softmax as soft", "def softmax(Z, axis=-1):\n    return soft(Z)"]
    message = checks(cells, name="work.ipynb")["values"].message
    assert "`soft` is missing because cell 1, line 1, `from torch import" in message


def test_an_example_that_raises_is_shown_with_what_it_should_give(checks):
    shown = checks("def softmax(Z, axis=-1):\n    return Z.no()\n")["examples"].counterexample
    assert shown.call == "softmax([0, 0])"
    assert shown.expected == "[0.5, 0.5]"
    assert shown.actual.startswith("raises AttributeError: ")


WRONG_REFUSAL = """
def add_bias(Z, b):
    if b.shape != (Z.shape[-1],):
        raise TypeError("no")
    return Z + b
"""


def test_an_example_that_raises_the_wrong_exception_is_shown(grade):
    (problem,) = grade(WRONG_REFUSAL, "broadcast_bias", explain=False).problems
    (examples,) = [check for check in problem.checks if check.id == "examples"]
    assert examples.counterexample.expected == "raises ValueError"
    assert examples.counterexample.actual == "raises TypeError: no"


def test_lines_that_raise_are_shown_with_what_they_should_give(grade):
    source = "class Value:\n    def __init__(self, data):\n        self.data = data\n"
    report = grade(source, "value_autodiff", explain=False)
    (examples,) = [c for c in report.problems[0].checks if c.id == "examples"]
    assert examples.counterexample.call.startswith("a = Value(")
    assert "\n" in examples.counterexample.call
    assert examples.counterexample.actual.startswith("raises TypeError: ")
    assert "raises TypeError" in page(report)


def test_a_function_whose_definition_failed_is_named_where_a_script_misses_it(grade):
    source = "@no_such_decorator\nclass Value:\n    pass\n"
    (problem,) = grade(source, "value_autodiff", explain=False).problems
    said = {check.message for check in problem.checks if check.status == "raised"}
    assert said
    assert all("`Value` is missing because line 1, `@no_such_decorator`," in text for text in said)


@pytest.mark.parametrize("value", ["None", "{'a': 1}", "'text'", "abs"])
def test_a_value_of_another_kind_gets_no_hint_about_mathematics(checks, value):
    found = checks(f"def softmax(Z, axis=-1):\n    return {value}\n")
    assert {check.status for check in found.values()} == {"failed"}
    assert {check.hint for check in found.values()} == {""}
