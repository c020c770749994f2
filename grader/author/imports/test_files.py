"""Otter's test files, in OK form or with exceptions: parsed, never run."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from grader.author.imports.asked import Case, Piece, Step
from grader.author.imports.doctests import doctest_steps
from grader.author.imports.names import needed, parsed, pieces
from grader.author.imports.points import spread
from grader.errors import IntakeError

_SETTINGS = ("OK_FORMAT", "name", "points", "all_or_nothing")
_OPTIONS = ("name", "points", "hidden", "success_message", "failure_message")
Found = tuple[str, tuple[Case, ...]]


def read_test(text: str, place: str) -> Found:
    """The question's name and its cases in a test file. IntakeError (one line) if it is none."""
    tree = parsed(text, place)
    values = {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    if "test" in values:
        spec = _literal(values["test"], f"{place}, line {values['test'].lineno}")
        return read_spec(spec, place, _lines(values["test"]))
    if "name" not in values:
        raise IntakeError(f"{place}: is no test of otter: it has neither `test` nor `name`")
    name = _literal(values["name"], place)
    total, whole = (
        _literal(values[key], place) if key in values else None
        for key in ("points", "all_or_nothing")
    )
    return _text(name, f"{place}: `name`"), _exception_cases(text, place, name, total, bool(whole))


def read_spec(spec: Any, place: str, lines: Sequence[int] = ()) -> Found:
    """The same of a test in OK form, as a dict; `lines` are those of its cases, where known."""
    if not isinstance(spec, dict) or not isinstance(spec.get("suites"), list):
        raise IntakeError(f"{place}: its test must be a dict with `name` and `suites`")
    name = _text(spec.get("name"), f"{place}: the name of its test")
    if len(spec["suites"]) != 1 or not isinstance(spec["suites"][0], dict):
        raise IntakeError(f"{place}: has {len(spec['suites'])} suites; it must have one")
    suite = spec["suites"][0]
    if suite.get("type", "doctest") != "doctest" or suite.get("setup") or suite.get("teardown"):
        raise IntakeError(f"{place}: its suite must be of doctests without setup and teardown")
    listed = suite.get("cases")
    if not isinstance(listed, list) or not all(isinstance(case, dict) for case in listed):
        raise IntakeError(f"{place}: `cases` must be a list of dicts")
    points = spread(spec.get("points"), [case.get("points") for case in listed], place)
    cases = []
    for number, (case, share) in enumerate(zip(listed, points, strict=True), 1):
        line = f":{lines[number - 1]}" if len(lines) >= number else ""
        where = f"{place}{line}, case {number}"
        steps = doctest_steps(_text(case.get("code"), f"{where}: `code`"), where)
        title = str(case.get("name") or f"{name} - {number}")
        cases.append(case_of(title, steps, share, where, {"hidden": True, **case}))
    return name, together(name, cases) if spec.get("all_or_nothing") else tuple(cases)


def case_of(
    name: str, steps: tuple[Step, ...], points: float, place: str, options: Mapping[str, Any]
) -> Case:
    """A case with otter's options on it."""
    return Case(
        name,
        steps,
        bool(options.get("hidden")),
        points,
        place,
        str(options.get("failure_message") or ""),
        str(options.get("success_message") or ""),
    )


def together(name: str, cases: Sequence[Case]) -> tuple[Case, ...]:
    """Cases whose points count all or not at all: a hidden one repeats them and has the points."""
    if not cases:
        return ()
    steps = tuple(step for case in cases for step in case.steps)
    context = {piece.place: piece for case in cases for piece in case.context}
    whole = Case(
        f"{name} - all of it",
        steps,
        True,
        sum(case.points for case in cases),
        cases[0].place,
        context=tuple(context.values()),
    )
    return (*(replace(case, points=0.0) for case in cases if not case.hidden), whole)


def function_steps(node: ast.FunctionDef, place: str) -> tuple[Step, ...]:
    """The body of a test function, with the names that it takes from `env` as plain names."""
    body = node.body
    if isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
        body = body[1:]
    if any(argument.arg == "env" for argument in node.args.args):
        body = [_Environment().visit(statement) for statement in body]
    return tuple(Step(one, ast.unparse(one), place=f"{place}, line {one.lineno}") for one in body)


class _Environment(ast.NodeTransformer):
    """`env["x"]` and `env.get("x")` are x."""

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        match node:
            case ast.Subscript(
                value=ast.Name(id="env"), slice=ast.Constant(value=str(name)), ctx=ast.Load()
            ) if name.isidentifier():
                return ast.copy_location(ast.Name(name, ast.Load()), node)
        return self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="env"), attr="get"),
                args=[ast.Constant(value=str(name)), *_],
            ) if name.isidentifier():
                return ast.copy_location(ast.Name(name, ast.Load()), node)
        return self.generic_visit(node)


def _exception_cases(text: str, place: str, name: str, total: Any, whole: bool) -> tuple[Case, ...]:
    found, _ = pieces(text, place, cell=False)
    tests = [(piece, options) for piece in found for options in _options(piece.node, place)]
    ours = {id(piece.node) for piece, _ in tests}
    context = [
        piece
        for piece in found
        if id(piece.node) not in ours and not is_of_otter(piece) and not piece.binds & {*_SETTINGS}
    ]
    points = spread(total, [options.get("points") for _, options in tests], place)
    cases = []
    for number, ((piece, options), share) in enumerate(zip(tests, points, strict=True), 1):
        assert isinstance(piece.node, ast.FunctionDef)
        where = f"{place}:{piece.node.lineno}"
        title = str(options.get("name") or f"{name} - {number}")
        steps = function_steps(piece.node, place)
        case = case_of(title, steps, share, where, options)
        cases.append(replace(case, context=tuple(needed(piece.reads, context))))
    return together(name, cases) if whole else tuple(cases)


def is_of_otter(piece: Piece) -> bool:
    """Whether a statement is about otter itself."""
    node = piece.node
    if isinstance(node, ast.ImportFrom):
        return (node.module or "").partition(".")[0] == "otter"
    names = {alias.name for alias in node.names} if isinstance(node, ast.Import) else set()
    return "otter" in names or bool(piece.reads & {"otter", "grader", "get_ipython"})


def _options(node: ast.stmt, place: str) -> Iterator[dict[str, Any]]:
    """The options of `@test_case(...)` over a function, if it has that."""
    for decorator in node.decorator_list if isinstance(node, ast.FunctionDef) else ():
        call = decorator if isinstance(decorator, ast.Call) else ast.Call(decorator, [], [])
        if ast.unparse(call.func).rpartition(".")[2] == "test_case":
            where = f"{place}, line {decorator.lineno}"
            by_place = dict(zip(_OPTIONS, call.args, strict=False))
            by_name = {keyword.arg or "**": keyword.value for keyword in call.keywords}
            yield {key: _literal(value, where) for key, value in {**by_place, **by_name}.items()}
            return


def _lines(node: ast.expr) -> list[int]:
    """The lines on which the cases of a test in OK form begin."""
    for part in ast.walk(node):
        if isinstance(part, ast.Dict):
            for key, value in zip(part.keys, part.values, strict=True):
                if isinstance(key, ast.Constant) and key.value == "cases":
                    return [case.lineno for case in getattr(value, "elts", [])]
    return []


def _literal(node: ast.expr, place: str) -> Any:
    try:
        return ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError) as error:
        text = f"{place}: must be a plain value, since nothing of a test is run to read it"
        raise IntakeError(text) from error


def _text(value: Any, place: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise IntakeError(f"{place} must be text, not {value!r:.40}")
    return value
