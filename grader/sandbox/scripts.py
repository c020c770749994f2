"""Code of a check, run where somebody else's code lives."""

from __future__ import annotations

import ast
import math
from collections.abc import Mapping
from functools import lru_cache
from types import CodeType
from typing import Any

import numpy as np

OURS = "<check>"  # the file that code of a check is compiled as


def run_script(source: str, names: Mapping[str, Any], inputs: Mapping[str, Any]) -> Any:
    """Runs `source` in a copy of `names`, with `inputs` over them.

    The value of its last expression, None if it ends otherwise; whatever it raises.
    """
    space = {**names, **inputs}
    body, last = _script(source)
    exec(body, space)
    return None if last is None else eval(last, space)


def run_code(source: str) -> Any:
    """The value of one expression, a function as a rule, that knows `np` and `math`."""
    return eval(expression(source), {"np": np, "numpy": np, "math": math})


@lru_cache(maxsize=512)
def expression(source: str) -> CodeType:
    """One expression, compiled; whatever `compile` raises."""
    return compile(source, OURS, "eval", dont_inherit=True)


@lru_cache(maxsize=128)
def _script(source: str) -> tuple[CodeType, CodeType | None]:
    """All but the last expression of a script, and that, if it ends with one."""
    tree = ast.parse(source)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    body = compile(tree, OURS, "exec", dont_inherit=True)
    if not isinstance(last, ast.Expr):
        return body, None
    return body, compile(ast.Expression(last.value), OURS, "eval", dont_inherit=True)


def names_in(source: str) -> set[str]:
    """The names that a script of ours speaks of."""
    return {node.id for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name)}
