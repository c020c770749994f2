"""Rules between a problem's YAML and its Python files. The files are parsed, never imported."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from copy import deepcopy
from pathlib import Path

from grader.bank.arithmetic import Values
from grader.bank.contract import keeps, methods, signature
from grader.bank.decode import Decoded, read_text
from grader.bank.entry import Entry
from grader.bank.figure_rules import figure_faults
from grader.bank.files import files_under
from grader.bank.python import classes, defined, functions, imported, parse_python
from grader.bank.strict_yaml import Document
from grader.bank.wording import did_you_mean
from grader.errors import BankError, Fault
from grader.model import Function, KeyFile


def code_faults(entry: Entry) -> Iterator[Fault]:
    """The faults of a problem's statement, starter, tests, solution and mistakes."""
    yield from _guarded(_statement(entry.folder / "statement.md"))
    yield from _guarded(figure_faults(entry.folder / "statement.md"))
    test = f"test_{entry.id}.py"
    write = entry.problem.record.write if entry.problem else {}
    yield from _guarded(_starter(entry.folder / "starter.py", write, entry.values))
    if entry.problem:
        # `examples` is the check that problem.yaml itself describes.
        ids = [name for name in entry.problem.record.checks if name != "examples"]
        yield from _guarded(_tests(entry.problem.document, ids, entry.folder / test))
    if entry.secret is None:
        return
    if entry.key:
        if (entry.secret / test).is_file():
            ids = list(entry.key.record.checks)
            yield from _guarded(_tests(entry.key.document, ids, entry.secret / test))
        yield from _mistake_files(entry.key, entry.secret / "mistakes")
    runnable = [entry.secret / "solution.py", *_mistakes_in(entry.secret / "mistakes")]
    for file in runnable:
        yield from _guarded(_solution(file, write, entry.values))


def _guarded(faults: Iterator[Fault]) -> Iterator[Fault]:
    """The faults of one file; one that cannot be read or parsed is a fault like the others."""
    try:
        yield from faults
    except BankError as error:
        yield from error.faults


def _statement(file: Path) -> Iterator[Fault]:
    if file.is_file() and not read_text(file).strip():
        yield Fault(file, 1, "the statement is empty; it must say what to do")


def _starter(file: Path, write: dict[str, Function], values: Values) -> Iterator[Fault]:
    if not file.is_file():
        return
    tree = parse_python(file, values)
    found = {node.name: node for node in functions(tree)}
    for name, function in write.items():
        if function.methods:
            yield from _class(file, name, function, tree, strict=True)
            continue
        wanted = signature(name, function)
        if name not in found:
            text = f"the function `{name}` is missing; it must be `{wanted}`"
            yield Fault(file, 1, text + did_you_mean(name, found.keys() - write.keys()))
        elif not keeps(found[name], function):
            text = f"the starter has `{_head(found[name])}`; it must be `{wanted}`, as `takes` says"
            yield Fault(file, found[name].lineno, text)


def _class(
    file: Path, name: str, function: Function, tree: ast.Module, *, strict: bool
) -> Iterator[Fault]:
    """What a class lacks of its contract; `strict` wants the arguments of its methods alike too."""
    made = classes(tree)
    if name not in made:
        yield Fault(file, 1, f"the class `{name}` is missing{did_you_mean(name, made)}")
        return
    found = {node.name: node for node in functions(made[name])}
    for method, contract in methods(function).items():
        wanted = signature(method, contract)
        if method not in found and (strict or method not in defined(made[name])):
            text = f"the method `{method}` of `{name}` is missing; it must be `{wanted}`"
            text += did_you_mean(method, found.keys() - function.methods.keys())
            yield Fault(file, made[name].lineno, text)
        elif strict and not keeps(found[method], contract):
            text = (
                f"the starter has `{_head(found[method])}`; it must be `{wanted}`, as `write` says"
            )
            yield Fault(file, found[method].lineno, text)


def _head(node: ast.FunctionDef) -> str:
    """The definition's first line, without annotations."""
    bare = deepcopy(node.args)
    for argument in ast.walk(bare):
        if isinstance(argument, ast.arg):
            argument.annotation = None
    return f"def {node.name}({ast.unparse(bare)})"


def _tests(document: Document, ids: Iterable[str], file: Path) -> Iterator[Fault]:
    wanted = {f"test_{name}": name for name in ids}
    nodes = functions(parse_python(file)) if file.is_file() else []
    found: dict[str, ast.FunctionDef] = {}
    for node in nodes:
        if not node.name.startswith("test_"):
            continue
        if node.name in found:
            text = f"the function `{node.name}` stands on line {found[node.name].lineno} too"
            yield Fault(file, node.lineno, text)
        found.setdefault(node.name, node)
    for test, name in wanted.items():
        if test not in found:
            text = f"the check `{name}` has no function `{test}` in {file.name}"
            text += did_you_mean(test, found.keys() - wanted.keys())
            yield document.fault(text, "checks", name)
    for test, node in found.items():
        if test not in wanted:
            name = test.removeprefix("test_")
            text = f"the function `{test}` has no check `{name}` in {document.file.name}"
            text += did_you_mean(name, {wanted[t] for t in wanted.keys() - found.keys()})
            yield Fault(file, node.lineno, text)


def _mistakes_in(folder: Path) -> list[Path]:
    return [file for file in files_under(folder) if file.suffix == ".py"]


def _mistake_files(key: Decoded[KeyFile], folder: Path) -> Iterator[Fault]:
    listed = set(key.record.mistakes)
    files = {file.relative_to(folder).with_suffix("").as_posix() for file in _mistakes_in(folder)}
    for name in key.record.mistakes:
        if name not in files:
            text = f"the mistake `{name}` has no file mistakes/{name}.py"
            text += did_you_mean(name, files - listed)
            yield key.document.fault(text, "mistakes", name)
    for name in sorted(files - listed):
        text = f"the mistake `{name}` is not in key.yaml{did_you_mean(name, listed - files)}"
        yield Fault(folder / f"{name}.py", 1, text)


def _solution(file: Path, write: dict[str, Function], values: Values) -> Iterator[Fault]:
    if not file.is_file():
        return
    tree = parse_python(file, values)
    names = defined(tree)
    for name, function in write.items():
        if function.methods:
            yield from _class(file, name, function, tree, strict=False)
        elif name not in names:
            text = f"the function `{name}` is missing; it must be `{signature(name, function)}`"
            yield Fault(file, 1, text + did_you_mean(name, names - write.keys()))
    for line, module in imported(tree):
        if module == "__future__":
            text = "a `__future__` import must be the first of a file; references share one"
            yield Fault(file, line, f"{text}, so remove it")
