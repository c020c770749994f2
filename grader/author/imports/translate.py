"""The statements of a test, so that they run in the trusted process: values travel, verdicts never.

Student functions are bound to proxies, so most statements stay as they are. What else they do with
a student's code is rewritten: expected exceptions, functions as arguments, objects that stay.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from grader.author.imports.names import changed, root_of, stored
from grader.author.imports.outside import Outside
from grader.author.imports.raising import (
    asserted_raise,
    expected_raise,
    expecting,
    fitting_handlers,
    is_failing,
)
from grader.author.imports.unfit import Unfit, looks_at, refuse

_WHOLE = "what is sent is a copy, so"


@dataclass
class Scope:
    """What a test knows while it is rewritten, statement by statement.

    `askers` are names whose call asks the student's code: its functions, and helpers that use them.
    `helpers` collects what the rewritten test must import.
    """

    outside: Outside
    askers: set[str]
    random: frozenset[str] = frozenset()
    modules: dict[str, str] = field(default_factory=dict)
    lambdas: dict[str, ast.Lambda] = field(default_factory=dict)
    local: set[str] = field(default_factory=set)
    helpers: set[str] = field(default_factory=set)
    remarks: list[str] = field(default_factory=list)
    keeps_prints: bool = False

    @property
    def functions(self) -> frozenset[str]:
        return self.outside.functions

    def asks(self, node: ast.AST) -> bool:
        """Whether something in it calls the student's code."""
        names = {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
        return bool(names & {*self.askers, *self.outside.classes, *self.outside.objects})


def translate(node: ast.stmt, scope: Scope) -> list[ast.stmt]:
    """The statements to put in its place. Unfit where there are none; the scope is told of what
    the statement binds."""
    refuse(node, scope.modules)
    ours = {*scope.functions, *scope.outside.classes}
    if set(changed(node)) & ours or any(
        isinstance(n, ast.Name) and n.id in ours and not isinstance(n.ctx, ast.Load)
        for n in ast.walk(node)
    ):
        raise Unfit("puts something else in the place of what the student wrote")
    new = deepcopy(node)
    found = _as_argument(new, scope) or [_Rewriter(scope).visit(new)]
    made = [ast.fix_missing_locations(one) for one in found if one is not None]
    _remember(node, scope)
    return made


def _as_argument(node: ast.stmt, scope: Scope) -> list[ast.stmt] | None:
    """`f(x)` alone on a line changes x: the script gives x back as it is then."""
    match node:
        case ast.Expr(value=ast.Call(func=ast.Name(id=name)) as call) if name in scope.functions:
            names = [a.id for a in call.args if isinstance(a, ast.Name) and a.id in scope.local]
            if not names:
                return None
            if call.keywords or not all(isinstance(a, ast.Name | ast.Constant) for a in call.args):
                raise Unfit(f"{_WHOLE} a change that `{name}` makes in an argument is not seen")
            names = list(dict.fromkeys(names))
            listed = ", ".join(names) + ("," if len(names) == 1 else "")
            source = ast.Constant(f"{ast.unparse(call)}\n({listed})")
            function = ast.Attribute(ast.Name("student", ast.Load()), "evaluate", ast.Load())
            inputs = [ast.keyword(n, ast.Name(n, ast.Load())) for n in names]
            targets = ast.Tuple([ast.Name(n, ast.Store()) for n in names], ast.Store())
            return [ast.Assign([targets], ast.Call(function, [source], inputs), lineno=1)]
    return None


def _remember(node: ast.stmt, scope: Scope) -> None:
    """What the statement binds, for those that follow."""
    match node:
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.Lambda() as value):
            scope.lambdas[name] = value
        case ast.Assign(targets=[ast.Name(id=name)], value=value):
            scope.lambdas.pop(name, None)
            scope.outside.objects.discard(name)
            if scope.outside.is_kept(name, value):
                scope.outside.objects.add(name)
        case ast.FunctionDef(name=name) if scope.asks(node):
            scope.askers.add(name)
        case ast.Import() | ast.ImportFrom():
            scope.modules.update(imports(node))
            scope.local.update(imports(node))
    scope.local |= stored(node)
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        scope.local.add(node.name)


def imports(node: ast.Import | ast.ImportFrom) -> dict[str, str]:
    """The names that an import binds to modules, and which module (its first part)."""
    if isinstance(node, ast.ImportFrom):
        first = (node.module or "").partition(".")[0]
        return {alias.asname or alias.name: first for alias in node.names}
    return {
        alias.asname or alias.name.partition(".")[0]: alias.name.partition(".")[0]
        for alias in node.names
    }


class _Rewriter(ast.NodeTransformer):
    """Rewrites one statement in place."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if node.id in self.scope.functions:
            raise Unfit(f"uses the function `{node.id}` itself, not a value of it")
        if node.id in self.scope.outside.classes:
            raise Unfit(f"uses the class `{node.id}` itself, not a value of it")
        if node.id in self.scope.outside.objects and isinstance(node.ctx, ast.Load):
            raise Unfit(f"uses the object `{node.id}` itself, which stays in the sandbox")
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        scope = self.scope
        if scope.outside.is_outside(node):
            return scope.outside.script(node, self.sent)
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name in scope.functions:
            if name in scope.random and scope.modules.get("seeded"):
                raise Unfit(f"seeds the numbers of `{name}`, which are drawn in the sandbox")
            node.args = [self.sent(argument) for argument in node.args]
            for keyword in node.keywords:
                keyword.value = self.sent(keyword.value)
            return node
        if ast.unparse(node.func).endswith("random.seed"):
            scope.modules["seeded"] = "seeded"
        if looks_at(node) and any(self._is_ours(a) for a in node.args):
            raise Unfit(f"`{looks_at(node)}` looks at the code itself, not at a value of it")
        # A proxy can be called by anything here: map, sorted, a helper of the test.
        kept = [a for a in node.args if isinstance(a, ast.Name) and a.id in scope.functions]
        node.func = self.visit(node.func)
        node.args = [a if a in kept else self.visit(a) for a in node.args]
        for keyword in node.keywords:
            value = keyword.value
            if not (isinstance(value, ast.Name) and value.id in scope.functions):
                keyword.value = self.visit(value)
        return node

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        if self.scope.outside.is_outside(node):
            return self.scope.outside.script(node, self.sent)
        if root_of(node) in self.scope.functions and isinstance(node.value, ast.Name):
            raise Unfit(f"`{ast.unparse(node)}` looks at the code itself, not at a value of it")
        return self.generic_visit(node)

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        if self.scope.outside.is_outside(node):
            return self.scope.outside.script(node, self.sent)
        return self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        if self.scope.outside.is_outside(node):
            return self.scope.outside.script(node, self.sent)
        return self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.AST:
        if not isinstance(node.op, ast.Not) and self.scope.outside.is_outside(node):
            return self.scope.outside.script(node, self.sent)
        return self.generic_visit(node)

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        sides = [node.left, *node.comparators]
        if any(self.scope.outside.stays(side) for side in sides):
            raise Unfit("lets an object of the student's say whether it is right")
        for op, right in zip(node.ops, node.comparators, strict=True):
            is_single = isinstance(right, ast.Constant) and right.value in (None, True, False)
            if isinstance(op, ast.Is | ast.IsNot) and not is_single:
                raise Unfit(f"{_WHOLE} nothing that comes back is the same object")
        is_equal = any(isinstance(op, ast.Eq | ast.NotEq) for op in node.ops)
        sets = [side for side in sides if isinstance(side, ast.Set | ast.SetComp)]
        if is_equal and sets and self.scope.asks(node):
            raise Unfit("compares with a set, which does not leave the sandbox; compare lists")
        return self.generic_visit(node)

    def visit_Expr(self, node: ast.Expr) -> ast.AST:
        match node.value:
            case ast.Call(func=ast.Name(id="print")) if not self.scope.keeps_prints:
                self.scope.remarks.append("what it prints on the way is left out")
                return ast.copy_location(ast.Pass(), node)
        if call := asserted_raise(node.value):
            self.scope.helpers.add("expect_raises")
            kind, body = call
            return expecting(kind, [self.visit(ast.Expr(body))])
        return self.generic_visit(node)

    def visit_With(self, node: ast.With) -> ast.AST:
        for item in node.items:
            text = ast.unparse(item.context_expr)
            if "suppress(" in text or "redirect_stdout(" in text:
                raise Unfit(f"`{text.partition('(')[0]}` hides what the student's code does")
        kind, remark = expected_raise(node)
        if kind is None:
            return self.generic_visit(node)
        if remark:
            self.scope.remarks.append(remark)
        self.scope.helpers.add("expect_raises")
        return expecting(kind, [self.visit(one) for one in node.body])

    def visit_Try(self, node: ast.Try) -> ast.AST:
        if not any(self.scope.asks(one) for one in node.body):
            return self.generic_visit(node)
        body = [one for one in node.body if not is_failing(one)]
        fails = len(body) < len(node.body) or any(map(is_failing, node.orelse))
        plain = all(isinstance(h.body[0], ast.Pass) and len(h.body) == 1 for h in node.handlers)
        if fails and plain and len(node.handlers) == 1 and not node.finalbody:
            kinds = node.handlers[0].type or ast.Name("Exception", ast.Load())
            self.scope.helpers.add("expect_raises")
            return expecting(kinds, [self.visit(one) for one in body])
        handler = fitting_handlers(node)
        self.scope.helpers.add("CallFailed")
        new = self.generic_visit(node)
        assert isinstance(new, ast.Try)
        new.handlers = [handler, *new.handlers]
        return new

    def visit_Lambda(self, node: ast.Lambda) -> ast.AST:
        return self.generic_visit(node)

    def sent(self, node: ast.expr) -> ast.expr:
        """An argument of a student's function: a function becomes the text of one."""
        scope = self.scope
        if isinstance(node, ast.Starred):
            node.value = self.sent(node.value)
            return node
        if isinstance(node, ast.Name):
            if node.id in scope.outside.objects:
                return node  # a handle may be given back
            if node.id in scope.functions:
                raise Unfit(f"gives the student's `{node.id}` to the student's code")
            if node.id in scope.lambdas:
                return self._code(scope.lambdas[node.id])
            if node.id in scope.askers:
                raise Unfit(f"gives the function `{node.id}` to the student's code")
        if isinstance(node, ast.Lambda) or self._is_library_function(node):
            return self._code(node)
        if isinstance(node, ast.Set | ast.SetComp):
            raise Unfit("sends a set, which cannot travel; send a list")
        new = self.visit(node)
        assert isinstance(new, ast.expr)
        return new

    def _code(self, node: ast.expr) -> ast.Call:
        own = {a.arg for a in ast.walk(node) if isinstance(a, ast.arg)}
        known = {*own, "np", "math", *dir(builtins)}
        read = {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
        if alien := sorted(read - known):
            raise Unfit(f"sends a function that uses `{alien[0]}`, which stays behind")
        self.scope.helpers.add("code")
        return ast.Call(ast.Name("code", ast.Load()), [ast.Constant(ast.unparse(node))], [])

    def _is_library_function(self, node: ast.expr) -> bool:
        """Whether it is a function of numpy's or math's, such as np.sin."""
        if not (isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)):
            return False
        import math

        import numpy as np

        module = {"np": np, "math": math}.get(node.value.id)
        return callable(getattr(module, node.attr, None))

    def _is_ours(self, node: ast.expr) -> bool:
        names: Sequence[str] = (*self.scope.functions, *self.scope.outside.classes)
        return isinstance(node, ast.Name) and (
            node.id in names or node.id in self.scope.outside.objects
        )
