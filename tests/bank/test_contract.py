from __future__ import annotations

import ast

import pytest

from grader.bank.contract import default_of, keeps, signature
from grader.model import Function

SOFTMAX = Function({"Z": "float array (..., n)", "axis": "int, -1"}, "float array")


@pytest.mark.parametrize(
    ("kind", "default"),
    [
        ("int, -1", "-1"),
        ("float", None),
        ("float array (N, d)", None),
        ("float array (2, 3)", None),
        ("float array, the shape of Z", None),
        ("float array (N, d), one row a sample, None", "None"),
        ("tuple, (0, 1)", "(0, 1)"),
        ("str, 'mean'", "'mean'"),
        ("float, 1e-5", "1e-5"),
        ("bool, False", "False"),
        ("int,", None),
    ],
)
def test_a_default_stands_behind_the_last_comma_outside_brackets(kind, default):
    assert default_of(kind) == default


def test_the_signature_has_arguments_in_order_and_defaults():
    assert signature("softmax", SOFTMAX) == "def softmax(Z, axis=-1)"


@pytest.mark.parametrize(
    ("head", "kept"),
    [
        ("Z, axis=-1", True),
        ("Z: list, axis: int = -1", True),
        ("Z, axis=-1.0", False),
        ("Z, axis=LAST", False),
        ("Z, axis", False),
        ("Z=0, axis=-1", False),
        ("Z, *, axis=-1", False),
        ("Z, axis=-1, **more", False),
        ("z, axis=-1", False),
        ("axis=-1, Z=0", False),
    ],
)
def test_a_definition_keeps_the_contract_by_names_order_and_defaults(head, kept):
    [node] = ast.parse(f"def softmax({head}): ...").body
    assert isinstance(node, ast.FunctionDef)
    assert keeps(node, SOFTMAX) is kept
