"""Scripts of a check, run in the names of somebody else's code."""

from __future__ import annotations

import ast
from typing import Any


def run_script(source: str, space: dict[str, Any]) -> Any:
    """Runs `source` in `space`: the value of its last expression, None if it ends otherwise."""
    tree = ast.parse(source)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "<check>", "exec", dont_inherit=True), space)
    if not isinstance(last, ast.Expr):
        return None
    return eval(compile(ast.Expression(last.value), "<check>", "eval", dont_inherit=True), space)
