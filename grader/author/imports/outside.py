"""Expressions about objects that stay in the student's process, as scripts that run there.

`c.total(2 * n)` becomes `student.evaluate("c.total(a0)", c=c, a0=2 * n)`: the arguments are made
in the trusted process, and only the value comes back.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field

_SHOWN_BY = ("len", "str", "repr", "float", "int", "list", "tuple", "abs", "sum", "next")


@dataclass
class Outside:
    """Which names stand for something that stays: classes, functions, and objects made of them."""

    classes: frozenset[str]
    functions: frozenset[str]
    objects: set[str] = field(default_factory=set)
    called: frozenset[str] = frozenset()  # names that the test calls as functions

    def is_made(self, node: ast.expr) -> bool:
        """Whether an expression makes an object that stays."""
        match node:
            case ast.Call(func=ast.Name(id=name)):
                return name in self.classes
            case ast.BinOp(left=left, right=right):
                return any(self.stays(side) for side in (left, right))
            case ast.UnaryOp(operand=operand):
                return self.stays(operand)
        return False

    def is_kept(self, name: str, value: ast.expr) -> bool:
        """Whether an object stays where `name = value` stands: one that is made there, or a
        function that came back and is called later."""
        match value:
            case ast.Call(func=ast.Name(id=function)) if function in self.functions:
                return name in self.called
        return self.stays(value)

    def stays(self, node: ast.expr) -> bool:
        """Whether the value of an expression is an object that stays."""
        return (isinstance(node, ast.Name) and node.id in self.objects) or self.is_made(node)

    def is_outside(self, node: ast.expr) -> bool:
        """Whether an expression can be evaluated only where the object is."""
        match node:
            case ast.Attribute(value=value, ctx=ast.Load()):
                return self.stays(value) or self.is_outside(value)
            case ast.Subscript(value=value, ctx=ast.Load()):
                return self.stays(value)
            case ast.Call(func=ast.Name(id=name), args=[one]) if name in _SHOWN_BY:
                return self.stays(one)
            case ast.Call(func=ast.Call(func=ast.Name(id=name))):
                return name in self.functions
            case ast.Call(func=ast.Name(id=name)) if name in self.objects:
                return True
            case ast.Call(func=ast.Attribute() as function):
                return self.is_outside(function)
        return self.is_made(node)

    def script(self, node: ast.expr, ready: Callable[[ast.expr], ast.expr]) -> ast.Call:
        """The call of `student.evaluate` for it; `ready` makes its arguments fit to be sent."""
        inputs: dict[str, ast.expr] = {}

        def sent(part: ast.expr) -> ast.expr:
            if isinstance(part, ast.Constant):
                return part
            name = f"a{len(inputs)}"
            inputs[name] = ready(part)
            return ast.Name(name, ast.Load())

        def inner(part: ast.expr) -> ast.expr:
            part = deepcopy(part)
            match part:
                case ast.Name(id=name):
                    if name in self.objects:
                        inputs[name] = ast.Name(name, ast.Load())
                    return part
                case ast.Attribute():
                    part.value = inner(part.value)
                case ast.Subscript():
                    part.value, part.slice = inner(part.value), sent(part.slice)
                case ast.Call():
                    part.func = inner(part.func)
                    part.args = [inner(a) if self.stays(a) else sent(a) for a in part.args]
                    for keyword in part.keywords:
                        keyword.value = sent(keyword.value)
                case ast.BinOp():
                    part.left, part.right = (
                        inner(side) if self.stays(side) else sent(side)
                        for side in (part.left, part.right)
                    )
                case ast.UnaryOp():
                    part.operand = inner(part.operand)
            return part

        source = ast.unparse(inner(node))
        function = ast.Attribute(ast.Name("student", ast.Load()), "evaluate", ast.Load())
        keywords = [ast.keyword(name, value) for name, value in inputs.items()]
        return ast.Call(function, [ast.Constant(source)], keywords)
