"""Mutants of a reference: its source with one slip in it, each told apart from all others.

The slips are cosmic-ray's operators, and those of array code in `arrays` and `statements`.
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher, unified_diff
from typing import Any

from grader.author.arrays import array_slips
from grader.author.setting import Setting, working_nodes
from grader.author.statements import earlier_values, step_slips, value_slips
from grader.errors import GraderError

_MISSING = (
    "`prove` needs cosmic-ray, which is not installed; the extra `author` brings it: "
    "pip install 'nabla-grader[author]'"
)


@dataclass(frozen=True)
class Mutant:
    """A source text with one slip. `name` says which line became which, comments left out."""

    name: str
    source: str

    def diff(self, original: str, file: str) -> str:
        """What changed, as a unified diff of `file`."""
        before, after = original.splitlines(), self.source.splitlines()
        lines = unified_diff(before, after, file, "mutant", n=1, lineterm="")
        return "\n".join(lines)


def mutants(source: str) -> list[Mutant]:
    """Every mutant of a Python source, each once, none of them the source in other words.

    Raises GraderError where the extra `author` is not installed.
    """
    original = ast.parse(source)
    seen = {ast.dump(original)}
    found: dict[str, Mutant] = {}
    for text in (*array_mutants(source), *cosmic_mutants(source)):
        tree = _parsed(text)
        if tree is None or ast.dump(tree) in seen:
            continue
        seen.add(ast.dump(tree))
        name = _free(_name(original, tree), found)
        found[name] = Mutant(name, text)
    return list(found.values())


def cosmic_ray() -> tuple[Any, Any]:
    """cosmic-ray's function that changes a source text, and its operators by name.

    Raises GraderError where the extra `author` is not installed.
    """
    try:
        from cosmic_ray.mutating import mutate_code
        from cosmic_ray.operators.provider import OperatorProvider
    except ImportError as error:
        raise GraderError(_MISSING) from error
    return mutate_code, OperatorProvider()


def cosmic_mutants(source: str) -> Iterator[str]:
    """The source after each operator of cosmic-ray at each place; some are no valid Python."""
    mutate_code, provider = cosmic_ray()
    for operator in (provider[name] for name in provider):
        # Those with arguments put a random number in place of a name: never the same twice.
        if operator.arguments():
            continue
        place = 0
        while (text := mutate_code(source, operator(), place)) is not None:
            yield text
            place += 1


def array_mutants(source: str) -> Iterator[str]:
    """The source after each slip of our own at each place; some are no valid Python."""
    tree = ast.parse(source)
    setting = Setting.of(tree)
    for node in working_nodes(tree):
        if isinstance(node, ast.expr):
            for new in array_slips(node, setting):
                yield _replaced(source, node, new)
    for old, new in (*value_slips(tree, setting), *earlier_values(tree)):
        yield _replaced(source, old, new)
    for step, other in step_slips(tree):
        yield _spliced(source, step, ast.unparse(other))


def _replaced(source: str, old: ast.expr, new: ast.expr) -> str:
    """The source with a new expression for an old one, in brackets only where it needs them."""
    text = ast.unparse(new)
    bare, safe = _spliced(source, old, text), _spliced(source, old, f"({text})")
    trees = _parsed(bare), _parsed(safe)
    is_same = trees[1] is None or (
        trees[0] is not None and ast.dump(trees[0]) == ast.dump(trees[1])
    )
    return bare if is_same else safe


def _spliced(source: str, node: ast.expr | ast.stmt, text: str) -> str:
    """The source with `text` in place of the node."""
    lines = source.encode().splitlines(keepends=True)  # columns count bytes
    last = node.end_lineno or node.lineno
    before = b"".join(lines[: node.lineno - 1]) + lines[node.lineno - 1][: node.col_offset]
    after = lines[last - 1][node.end_col_offset :] + b"".join(lines[last:])
    return (before + text.encode() + after).decode()


def _parsed(text: str) -> ast.Module | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # `x is 0` is odd, as a mutant may be
            tree = ast.parse(text)
            compile(text, "mutant", "exec", dont_inherit=True)
    except SyntaxError:
        return None
    return tree


def _name(original: ast.Module, mutant: ast.Module) -> str:
    """The lines that changed, as `function: old -> new`, however the source is laid out."""
    for old, new in zip(original.body, mutant.body, strict=True):
        if ast.dump(old) != ast.dump(new):
            break
    before, after = ast.unparse(old).splitlines(), ast.unparse(new).splitlines()
    changed = [
        code for code in SequenceMatcher(None, before, after).get_opcodes() if code[0] != "equal"
    ]
    gone = " / ".join(line.strip() for _, a, b, _, _ in changed for line in before[a:b])
    come = " / ".join(line.strip() for _, _, _, a, b in changed for line in after[a:b])
    place = f"{old.name}: " if isinstance(old, ast.FunctionDef | ast.ClassDef) else ""
    return f"{place}{gone} -> {come}"


def _free(name: str, taken: dict[str, Mutant]) -> str:
    """The name, numbered where two like lines of one function change alike."""
    number, free = 2, name
    while free in taken:
        number, free = number + 1, f"{name} ({number})"
    return free
