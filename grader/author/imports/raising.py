"""Tests that want an exception: it is raised in the sandbox, and told to the trusted process."""

from __future__ import annotations

import ast
import builtins

from grader.author.imports.unfit import Unfit

_RAISERS = ("pytest.raises", "np.testing.assert_raises", "numpy.testing.assert_raises")
_FAILS = ("pytest.fail", "fail")


def expecting(kind: ast.expr, body: list[ast.stmt]) -> ast.With:
    """`with expect_raises(...)` around some statements."""
    kinds = kind.elts if isinstance(kind, ast.Tuple) else [kind]
    call = ast.Call(ast.Name("expect_raises", ast.Load()), list(map(_builtin, kinds)), [])
    return ast.With([ast.withitem(call)], body or [ast.Pass()], lineno=1)


def expected_raise(node: ast.With) -> tuple[ast.expr | None, str]:
    """The classes that `with pytest.raises(...)` wants, and a remark; None for another `with`."""
    for item in node.items:
        call = item.context_expr
        if isinstance(call, ast.Call) and _is_raiser(call):
            if len(node.items) > 1 or item.optional_vars is not None:
                raise Unfit("looks at the exception itself, which stays in the sandbox")
            if not call.args:
                raise Unfit("does not say first which exception it wants")
            match = any(keyword.arg == "match" for keyword in call.keywords)
            return call.args[0], "the words of the exception are not compared" if match else ""
    return None, ""


def asserted_raise(node: ast.expr) -> tuple[ast.expr, ast.expr] | None:
    """The classes and the call of `assert_raises(ValueError, f, x)`; None for anything else."""
    if isinstance(node, ast.Call) and _is_raiser(node) and len(node.args) >= 2:
        kind, function, *arguments = node.args
        return kind, ast.Call(function, arguments, node.keywords)
    return None


def fitting_handlers(node: ast.Try) -> ast.ExceptHandler:
    """One handler that does for a call that failed what these would do for its exception."""
    chain: list[ast.stmt] = [ast.Raise()]
    for handler in reversed(node.handlers):
        if handler.name and any(
            isinstance(n, ast.Name) and n.id == handler.name
            for one in handler.body
            for n in ast.walk(one)
        ):
            raise Unfit("looks at the exception itself, which stays in the sandbox")
        kind = handler.type or ast.Name("Exception", ast.Load())
        kinds = kind.elts if isinstance(kind, ast.Tuple) else [kind]
        tests = [
            ast.Call(ast.parse("failed.failure.is_a", mode="eval").body, [_builtin(one)], [])
            for one in kinds
        ]
        test = tests[0] if len(tests) == 1 else ast.BoolOp(ast.Or(), list(tests))
        chain = [ast.If(test, list(handler.body), chain)]
    return ast.ExceptHandler(ast.Name("CallFailed", ast.Load()), "failed", chain)


def is_failing(node: ast.stmt) -> bool:
    """Whether a statement does nothing but fail the test."""
    match node:
        case ast.Assert(test=ast.Constant(value=value)):
            return not value
        case ast.Raise(exc=ast.expr() as exc):
            return ast.unparse(exc).startswith("AssertionError")
        case ast.Expr(value=ast.Call(func=function)):
            return ast.unparse(function) in _FAILS or ast.unparse(function).endswith(".fail")
    return False


def _is_raiser(call: ast.Call) -> bool:
    name = ast.unparse(call.func)
    return name in _RAISERS or name.endswith(".assertRaises") or name == "assert_raises"


def _builtin(node: ast.expr) -> ast.expr:
    found = getattr(builtins, node.id, None) if isinstance(node, ast.Name) else None
    if not (isinstance(found, type) and issubclass(found, Exception)):
        raise Unfit(f"wants `{ast.unparse(node)}`, which is no exception of Python's own")
    return node
