"""What the text of a contract says: the default of an argument, the signature of a function."""

from __future__ import annotations

import ast

from grader.model import Function

_OPENING, _CLOSING = "([{", ")]}"


def default_of(kind: str) -> str | None:
    """The default at the end of an argument's type (`int, -1` gives `-1`), or None.

    It stands behind the last comma outside brackets and is a Python literal, so that
    `float array (N, d)` and `float array, the shape of Z` have none.
    """
    depth, comma = 0, None
    for index, character in enumerate(kind):
        if character in _OPENING:
            depth += 1
        elif character in _CLOSING:
            depth -= 1
        elif character == "," and depth == 0:
            comma = index
    if comma is None:
        return None
    tail = kind[comma + 1 :].strip()
    return tail if _is_literal(tail) else None


def signature(name: str, function: Function) -> str:
    """The line that begins the function in a starter, such as `def softmax(Z, axis=-1)`."""
    defaults = {argument: default_of(kind) for argument, kind in function.takes.items()}
    arguments = (a if d is None else f"{a}={d}" for a, d in defaults.items())
    return f"def {name}({', '.join(arguments)})"


def methods(function: Function) -> dict[str, Function]:
    """The contracts of a class's methods, `self` first; of `__init__` too if it takes anything."""
    made = {"__init__": function.takes} if function.takes else {}
    return {
        name: Function({"self": "the object", **takes}, function.gives)
        for name, takes in {**made, **function.methods}.items()
    }


def keeps(node: ast.FunctionDef, function: Function) -> bool:
    """Whether a definition takes the contract's arguments: names, order and defaults alike."""
    given = node.args
    if given.vararg or given.kwarg or given.kwonlyargs or given.posonlyargs:
        return False
    if [argument.arg for argument in given.args] != list(function.takes):
        return False
    bare = len(given.args) - len(given.defaults)
    defaults = [None] * bare + [ast.unparse(default) for default in given.defaults]
    wanted = [default_of(kind) for kind in function.takes.values()]
    return all(_same(a, b) for a, b in zip(defaults, wanted, strict=True))


def _same(one: str | None, other: str | None) -> bool:
    """Equal as values, so that `1e-5` is `0.00001`; repr tells 1 from 1.0 and from True."""
    if one is None or other is None:
        return one is other
    return _is_literal(one) and repr(ast.literal_eval(one)) == repr(ast.literal_eval(other))


def _is_literal(text: str) -> bool:
    try:
        ast.literal_eval(text)
    except (ValueError, SyntaxError):
        return False
    return True
