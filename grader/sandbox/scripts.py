"""Code of a check, run where somebody else's code lives."""

from __future__ import annotations

import ast
import math
from collections.abc import Mapping
from typing import Any

import numpy as np


def run_script(source: str, names: Mapping[str, Any], inputs: Mapping[str, Any]) -> Any:
    """Runs `source` in a copy of `names`, with `inputs` over them.

    The value of its last expression, None if it ends otherwise; whatever it raises.
    """
    space = {**names, **inputs}
    tree = ast.parse(source)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "<check>", "exec", dont_inherit=True), space)
    if not isinstance(last, ast.Expr):
        return None
    return eval(compile(ast.Expression(last.value), "<check>", "eval", dont_inherit=True), space)


def run_code(source: str) -> Any:
    """The value of one expression, a function as a rule, that knows `np` and `math`."""
    return eval(source, {"np": np, "numpy": np, "math": math})
