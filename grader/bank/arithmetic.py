"""Arithmetic over the parameters of a problem: what may stand between `{{` and `}}`.

Parsed and walked, never run: names, numbers, `+ - * / // % **`, the minus before a number,
brackets, and lists and tuples of those.
"""

from __future__ import annotations

import ast
import math
import operator
import warnings
from collections.abc import Callable, Mapping

from grader.errors import GraderError

Number = int | float
Value = Number | list["Value"] | tuple["Value", ...]
Values = Mapping[str, Number]

_OPERATORS: dict[type[ast.operator], Callable[[Number, Number], Number]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
}
_LARGEST = 2**53  # up to here a float holds every whole number
_DIGITS = 12  # 0.1 + 0.2 is 0.3 to a person


def parsed(source: str) -> ast.expr | None:
    """The tree of a text that is such arithmetic, whatever its names; None if it is none."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # `2(3)` is odd, as LaTeX may be
            tree = ast.parse(source.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    return tree if _is_arithmetic(tree) else None


def names(tree: ast.expr) -> list[str]:
    """The names in it, each once, in order."""
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    found.sort(key=lambda node: node.col_offset)
    return list(dict.fromkeys(node.id for node in found))


def value(tree: ast.expr, values: Values) -> Value:
    """What it comes to, as `as_written` writes it. GraderError if a number of it is not finite, or
    above 2**53."""
    try:
        return _value(tree, values)
    except (ArithmeticError, ValueError) as error:
        used = listed({name: values[name] for name in names(tree)})
        words = "divides by zero" if isinstance(error, ZeroDivisionError) else str(error)
        raise GraderError(f"`{{{{{ast.unparse(tree)}}}}}` {words} with {used}") from error


def as_written(value: Value) -> str:
    """The value as a person would write it, and Python would read it: 2, 0.5, -3, [1, 2]."""
    if isinstance(value, list):
        return f"[{', '.join(map(as_written, value))}]"
    if isinstance(value, tuple):
        return f"({', '.join(map(as_written, value))}{',' if len(value) == 1 else ''})"
    near = _short(value)
    return str(int(near)) if near == int(near) else repr(near)


def listed(values: Values) -> str:
    """`a = 2, k = 0.5`."""
    return ", ".join(f"{name} = {as_written(number)}" for name, number in values.items())


def _is_arithmetic(node: ast.expr) -> bool:
    match node:
        case ast.Name():
            return True
        case ast.Constant(value=constant):
            return type(constant) in (int, float)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return _is_arithmetic(operand)
        case ast.BinOp(left=left, op=op, right=right):
            known = isinstance(op, ast.Pow) or type(op) in _OPERATORS
            return known and _is_arithmetic(left) and _is_arithmetic(right)
        case ast.List(elts=parts) | ast.Tuple(elts=parts):
            return all(map(_is_arithmetic, parts))
    return False


def _value(node: ast.expr, values: Values) -> Value:
    match node:
        case ast.List(elts=parts):
            return [_value(part, values) for part in parts]
        case ast.Tuple(elts=parts):
            return tuple(_value(part, values) for part in parts)
    return _short(_number(node, values))


def _short(number: Number) -> Number:
    """The number that a person would write for one that is off by no more than rounding."""
    if isinstance(number, int):
        return number
    short = float(f"{number:.{_DIGITS}g}")
    return short if abs(number - short) <= 4 * math.ulp(number) else number


def _number(node: ast.expr, values: Values) -> Number:
    match node:
        case ast.Name(id=name):
            return values[name]
        case ast.Constant(value=int() | float() as constant):
            return _checked(constant)
        case ast.UnaryOp(operand=operand):
            return -_number(operand, values)
        case ast.BinOp(left=left, op=ast.Pow(), right=right):
            return _checked(_power(_number(left, values), _number(right, values)))
        case ast.BinOp(left=left, op=op, right=right):
            return _checked(_OPERATORS[type(op)](_number(left, values), _number(right, values)))
    raise ValueError("reckons with a list or a tuple")


def _power(base: Number, exponent: Number) -> Number:
    if base < 0 and exponent != int(exponent):
        raise ValueError("is no real number")
    try:
        # As floats first: a whole number of a million digits would take long to make.
        rough = math.pow(base, exponent)
    except OverflowError:
        rough = math.inf
    except ValueError as error:  # 0 to the power of -1
        raise ZeroDivisionError from error
    result: Number = base**exponent if abs(rough) <= _LARGEST else rough
    return result


def _checked(number: Number) -> Number:
    if not abs(number) <= _LARGEST:
        raise ValueError("is not a number of at most 2**53")
    return number
