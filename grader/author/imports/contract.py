"""The contract of what a question asks for: types by annotation, else guessed from calls."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from grader.author.imports.asked import Case
from grader.author.imports.unfit import Unfit

GUESS = "float array"
_KINDS = {
    **dict.fromkeys(("int", "float", "bool", "str", "list", "tuple", "dict"), ""),
    **dict.fromkeys(("List", "Sequence", "Iterable"), "list"),
    **dict.fromkeys(("ndarray", "NDArray", "ArrayLike"), GUESS),
    "Tuple": "tuple",
    "Dict": "dict",
    "Mapping": "dict",
    "Callable": "function",
}


@dataclass(frozen=True)
class Typed:
    """A type as the contract writes it, and whether it is a guess."""

    kind: str
    guessed: bool = False


@dataclass(frozen=True)
class Example:
    """A call of a public test with plain arguments, and the value that the test wants."""

    call: str
    given: dict[str, Any]
    gives: Any


def takes(node: ast.FunctionDef, cases: Sequence[Case], skip: int = 0) -> dict[str, Typed]:
    """The arguments in order, a default behind a comma. Unfit where a contract cannot say them."""
    given = node.args
    if given.vararg or given.kwarg or given.kwonlyargs or given.posonlyargs:
        raise Unfit(f"`{node.name}` has arguments with `*` or `/`, which a contract cannot name")
    bare = len(given.args) - len(given.defaults)
    found: dict[str, Typed] = {}
    for number, argument in enumerate(given.args[skip:], skip):
        default = given.defaults[number - bare] if number >= bare else None
        kind = _annotated(argument.annotation) or _called_with(node, number, argument.arg, cases)
        if default is None:
            found[argument.arg] = kind
            continue
        if not _is_literal(default):
            text = f"the default of `{argument.arg}` in `{node.name}` is {ast.unparse(default)}"
            raise Unfit(f"{text}; a contract can only name a plain value")
        word = _kind(ast.literal_eval(default)) if kind == Typed(GUESS, True) else ""
        text = f"{word or kind.kind}, {ast.unparse(default)}"
        found[argument.arg] = Typed(text, kind.guessed)
    return found


def gives(node: ast.FunctionDef, examples: Sequence[Example]) -> Typed:
    """What a function gives: by its annotation, else by an example, else a guess."""
    if known := _annotated(node.returns):
        return known
    kinds = {_kind(example.gives) for example in examples if example.call == node.name}
    if kinds and kinds <= {"int", "float"}:
        return Typed("float" if "float" in kinds else "int", True)
    return Typed(kinds.pop() if len(kinds) == 1 else GUESS, True)


def methods(node: ast.ClassDef) -> list[ast.FunctionDef]:
    """The methods that a contract names: plain ones, whose names are not private."""
    return [
        part
        for part in node.body
        if isinstance(part, ast.FunctionDef)
        and not part.decorator_list
        and part.name != "__init__"
        and (part.name.startswith("__") or not part.name.startswith("_"))
    ]


def maker(node: ast.ClassDef) -> ast.FunctionDef | None:
    """The class's `__init__`, if it has one."""
    found = (p for p in node.body if isinstance(p, ast.FunctionDef) and p.name == "__init__")
    return next(found, None)


def examples(cases: Iterable[Case], functions: dict[str, ast.FunctionDef]) -> list[Example]:
    """Calls with plain arguments and the exact values that public tests want of them."""
    found: list[Example] = []
    for case in cases:
        for step in case.steps:
            for call, value in _claims(step.node, step.want):
                name = call.func.id if isinstance(call.func, ast.Name) else ""
                if name in functions and (example := _example(call, value, functions[name])):
                    found.append(example)
    return list({repr(example): example for example in found}.values())


def _claims(node: ast.stmt, want: str | None) -> Iterator[tuple[ast.Call, ast.expr]]:
    """The calls of a statement, each with the expression that it must equal exactly."""
    match node:
        case ast.Expr(value=ast.Call() as call) if want and want.strip():
            try:
                yield call, ast.parse(want.strip(), mode="eval").body
            except (SyntaxError, ValueError):
                return
            if want.strip() in ("True", "np.True_"):
                yield from _equal(call)
        case ast.Expr(value=value) if want and want.strip() in ("True", "np.True_"):
            yield from _equal(value)
        case ast.Assert(test=test):
            yield from _equal(test)


def _equal(test: ast.expr) -> Iterator[tuple[ast.Call, ast.expr]]:
    match test:
        case ast.Compare(left=ast.Call() as call, ops=[ast.Eq()], comparators=[value]):
            yield call, value
        case ast.Call(
            func=ast.Attribute(attr="isclose" | "array_equal"), args=[ast.Call() as call, value]
        ) if ast.unparse(value).lstrip("-").isdigit():
            yield call, value


def _example(call: ast.Call, value: ast.expr, node: ast.FunctionDef) -> Example | None:
    names = [argument.arg for argument in node.args.args]
    pairs = [*zip(names, call.args, strict=False), *((k.arg, k.value) for k in call.keywords)]
    try:
        given = {str(name): _plain(part) for name, part in pairs}
        wanted = _plain(value)
    except (ValueError, TypeError):
        return None
    required = names[: len(names) - len(node.args.defaults)]
    if len(call.args) > len(names) or not set(required) <= given.keys() <= {*names}:
        return None
    return Example(call.func.id if isinstance(call.func, ast.Name) else "", given, wanted)


def _plain(node: ast.expr) -> Any:
    """The value of a literal that YAML can say, or of an array of one. ValueError otherwise."""
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id="np"), attr="array"), args=[inner]):
            node = inner
    value = ast.literal_eval(node)
    if not _is_plain(value):
        raise ValueError(value)
    return value


def _is_plain(value: Any) -> bool:
    if type(value) is list:
        return all(map(_is_plain, value))
    if type(value) in (int, float):
        return bool(abs(value) < 1e15)
    return type(value) in (bool, str)


def _annotated(node: ast.expr | None) -> Typed | None:
    match node:
        case ast.Constant(value=str(text)):
            try:
                return _annotated(ast.parse(text, mode="eval").body)
            except SyntaxError:
                return None
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return Typed(_KINDS[name] or name) if name in _KINDS else None
        case ast.Subscript(value=ast.Name(id="Optional"), slice=inner):
            return _annotated(inner)
        case ast.Subscript(value=value):
            return _annotated(value)
        case ast.BinOp(left=left, op=ast.BitOr(), right=ast.Constant(value=None)):
            return _annotated(left)
    return None


def _called_with(node: ast.FunctionDef, number: int, name: str, cases: Sequence[Case]) -> Typed:
    """The type that tests give for an argument, as far as they write it out."""
    kinds: set[str] = set()
    for case in cases:
        for step in case.steps:
            for call in ast.walk(step.node):
                if isinstance(call, ast.Call) and ast.unparse(call.func) == node.name:
                    by_name = {keyword.arg: keyword.value for keyword in call.keywords}
                    value = call.args[number] if number < len(call.args) else by_name.get(name)
                    if value is not None:
                        kinds.add(_written(value))
    kinds.discard("")
    if kinds and kinds <= {"int", "float"}:
        return Typed("float" if "float" in kinds else "int", True)
    return Typed(kinds.pop() if len(kinds) == 1 else GUESS, True)


def _written(node: ast.expr) -> str:
    if isinstance(node, ast.Lambda):
        return "function"
    if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("np."):
        return GUESS
    try:
        return _kind(ast.literal_eval(node))
    except (ValueError, TypeError):
        return ""


def _kind(value: Any) -> str:
    name = type(value).__name__
    return name if name in ("int", "float", "bool", "str", "list", "tuple", "dict") else ""


def _is_literal(node: ast.expr) -> bool:
    try:
        ast.literal_eval(node)
    except (ValueError, TypeError):
        return False
    return True
