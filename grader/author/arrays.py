"""The slips of someone who writes numpy, one expression at a time.

Each mutator takes an expression and a Setting and gives what might stand in its place. Numbers,
comparisons and arithmetic signs are left to cosmic-ray's operators.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.author.setting import Setting
from grader.author.subscripts import subscript_slips

_PAIRS = (
    ("max", "min"),
    ("maximum", "minimum"),
    ("argmax", "argmin"),
    ("zeros", "ones"),
    ("any", "all"),
    ("floor", "ceil"),
    ("hstack", "vstack"),
    ("sin", "cos"),
    ("cumsum", "cumprod"),
)
_RENAMED = {
    **{one: (other,) for pair in _PAIRS for one, other in (pair, pair[::-1])},
    "mean": ("sum", "median"),
    "sum": ("mean", "max"),
    "std": ("var",),
    "exp": ("exp2", "expm1"),
    "log": ("log2", "log1p"),
    "sqrt": ("square",),
    "dot": ("outer", "multiply"),
    "float64": ("float32",),
}
_COMMUTE = frozenset({"maximum", "minimum", "add", "multiply", "hypot", "logaddexp"})
_UFUNCS = {ast.Add: "add", ast.Sub: "subtract", ast.Mult: "multiply", ast.Div: "divide"}
_AXES = ("None", "0", "1", "-1")


def array_slips(node: ast.expr, setting: Setting) -> Iterator[ast.expr]:
    """Every slip in one expression."""
    match node:
        case ast.Attribute(ctx=ast.Load()):
            yield from _names(node)
        case ast.BinOp():
            yield from _operands(node)
            yield from _in_place(node, setting)
        case ast.Call():
            yield from _calls(node, setting)
            yield from _keywords(node)
            yield from _ranges(node)
            yield from subscript_slips(node)
        case ast.Slice():
            yield from _slices(node)
        case ast.Subscript():
            yield from _indices(node)


def _names(node: ast.Attribute) -> Iterator[ast.expr]:
    """`A.T` is A; mean is sum, max is min."""
    if node.attr == "T":
        yield node.value
    for name in _RENAMED.get(node.attr, ()):
        yield ast.Attribute(node.value, name, ast.Load())


def _operands(node: ast.BinOp) -> Iterator[ast.expr]:
    """A term is dropped, two change places, a product is of the other kind or transposed."""
    left, op, right = node.left, node.op, node.right
    yield left
    yield right
    if isinstance(op, ast.MatMult | ast.Sub | ast.Div | ast.Pow):
        yield ast.BinOp(right, op, left)
    if isinstance(op, ast.Div):
        yield ast.BinOp(left, op, _padded(right))
    if isinstance(op, ast.Mult):
        yield ast.BinOp(left, ast.MatMult(), right)
    if isinstance(op, ast.MatMult):
        yield ast.BinOp(left, ast.Mult(), right)
        for one, two in ((_flipped(left), right), (left, _flipped(right))):
            yield ast.BinOp(one, op, two)


def _padded(node: ast.expr) -> ast.expr:
    """A little is added, as against a division by zero or the logarithm of zero."""
    return ast.BinOp(node, ast.Add(), ast.Constant(1e-8))


def _flipped(node: ast.expr) -> ast.expr:
    return ast.Attribute(node, "T", ast.Load())


def _in_place(node: ast.BinOp, setting: Setting) -> Iterator[ast.expr]:
    """The result is written into a parameter, an array that the caller still holds."""
    ufunc = _UFUNCS.get(type(node.op))
    if ufunc is None or setting.numpy is None:
        return
    for side in (node.left, node.right):
        if isinstance(side, ast.Name) and side.id in setting.parameters:
            function = ast.Attribute(ast.Name(setting.numpy), ufunc, ast.Load())
            out = ast.keyword("out", ast.Name(side.id))
            yield ast.Call(function, [node.left, node.right], [out])


def _calls(node: ast.Call, setting: Setting) -> Iterator[ast.expr]:
    """A call is left out (a cast, a copy, a function of an array); two arguments change places."""
    name = ""
    match node.func:
        case ast.Attribute(value=owner, attr=name) if _root(owner) not in setting.modules:
            yield owner
        case ast.Attribute(attr=name) | ast.Name(id=name) if node.args:
            yield node.args[0]
    if name == "log" and len(node.args) == 1:
        yield ast.Call(node.func, [_padded(node.args[0])], node.keywords)
    if len(node.args) == 2 and name not in _COMMUTE:
        yield ast.Call(node.func, node.args[::-1], node.keywords)


def _root(node: ast.expr) -> str:
    """The name that a chain of attributes begins with; "" if it begins with anything else."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def _keywords(node: ast.Call) -> Iterator[ast.expr]:
    """A keyword such as keepdims is left out; the axis is another."""
    for place, keyword in enumerate(node.keywords):
        before, after = node.keywords[:place], node.keywords[place + 1 :]
        yield ast.Call(node.func, node.args, [*before, *after])
        if keyword.arg == "axis":
            for axis in _AXES:
                other = ast.keyword("axis", ast.parse(axis, mode="eval").body)
                yield ast.Call(node.func, node.args, [*before, other, *after])


def _ranges(node: ast.Call) -> Iterator[ast.expr]:
    """A loop that begins one later, or ends one earlier or later."""
    match node:
        case ast.Call(func=ast.Name(id="range"), args=[last]):
            one = ast.Constant(1)
            yield ast.Call(node.func, [one, last], [])
            yield ast.Call(node.func, [ast.BinOp(last, ast.Sub(), one)], [])
            yield ast.Call(node.func, [ast.BinOp(last, ast.Add(), one)], [])


def _slices(node: ast.Slice) -> Iterator[ast.expr]:
    """A slice that begins one later or ends one earlier."""
    one = ast.Constant(1)
    lower = ast.BinOp(node.lower, ast.Add(), one) if node.lower else one
    upper = ast.BinOp(node.upper, ast.Sub(), one) if node.upper else ast.UnaryOp(ast.USub(), one)
    yield ast.Slice(lower, node.upper, node.step)
    yield ast.Slice(node.lower, upper, node.step)


def _indices(node: ast.Subscript) -> Iterator[ast.expr]:
    """An index one too small, two indices in each other's place, or none."""
    match node.slice:
        case ast.Name() as index:
            shifted = ast.BinOp(index, ast.Sub(), ast.Constant(1))
            yield ast.Subscript(node.value, shifted, node.ctx)
        case ast.Tuple(elts=[one, two]):
            yield ast.Subscript(node.value, ast.Tuple([two, one], ast.Load()), node.ctx)
    if isinstance(node.ctx, ast.Load):
        yield node.value
