"""The slips of a statement: a result of the wrong sign, size or precision; a line left out."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator

from grader.author.setting import Setting, working_nodes

_OPPOSITE = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult}


def value_slips(tree: ast.AST, setting: Setting) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Each result that the code gives a name, puts into a dict or returns, and what it may become:
    its negative, its double, its half, itself in float32."""
    for value in _results(tree):
        if isinstance(value, ast.JoinedStr) or (
            isinstance(value, ast.Constant) and type(value.value) not in (int, float)
        ):
            continue
        is_zero = isinstance(value, ast.Constant) and value.value == 0
        if not is_zero:
            yield value, ast.UnaryOp(ast.USub(), value)
            yield value, ast.BinOp(ast.Constant(2), ast.Mult(), value)
            yield value, ast.BinOp(value, ast.Div(), ast.Constant(2))
        if setting.numpy is not None:
            function = ast.Attribute(ast.Name(setting.numpy), "float32", ast.Load())
            yield value, ast.Call(function, [value], [])


def earlier_values(tree: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Each use of a name, and the name bound before it: the value of one step too early."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            order = list(dict.fromkeys(_bound(function)))
            before = dict(zip(order[1:], order, strict=False))
            for node in working_nodes(function):
                match node:
                    case ast.Name(id=name, ctx=ast.Load()) if name in before:
                        yield node, ast.Name(before[name])


def step_slips(tree: ast.AST) -> Iterator[tuple[ast.stmt, ast.stmt]]:
    """Each step that can be left out while every name still has a value, or that can go another
    way: `-=` for `+=`, `=` for either."""
    bound = Counter(_bound(tree))
    for node in ast.walk(tree):
        match node:
            case ast.AugAssign(target=target, op=op, value=value):
                yield node, ast.Pass()
                yield node, ast.Assign([target], value, lineno=node.lineno)
                if type(op) in _OPPOSITE:
                    yield node, ast.AugAssign(target, _OPPOSITE[type(op)](), value)
            case ast.If() | ast.Expr(value=ast.Call()):
                yield node, ast.Pass()
            case ast.Assign(targets=[ast.Name(id=name)]) if bound[name] > 1:
                yield node, ast.Pass()
            case ast.Assign(targets=[ast.Subscript() | ast.Attribute()]):
                yield node, ast.Pass()


def _results(tree: ast.AST) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        match node:
            case ast.Assign(value=value) | ast.AugAssign(value=value):
                yield from _parts(value)
            case ast.AnnAssign(value=ast.expr() as value) | ast.Return(value=ast.expr() as value):
                yield from _parts(value)


def _parts(value: ast.expr) -> Iterator[ast.expr]:
    """The numbers and arrays of a value: those in a tuple, list or dict each by itself."""
    match value:
        case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Dict(values=parts):
            for part in parts:
                yield from _parts(part)
        case _:
            yield value


def _bound(tree: ast.AST) -> list[str]:
    """The names that are given a value, parameters included, in the order of their places."""
    places = [
        (node.lineno, node.col_offset, node.arg if isinstance(node, ast.arg) else node.id)
        for node in ast.walk(tree)
        if isinstance(node, ast.arg)
        or (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))
    ]
    return [name for _, _, name in sorted(places)]
