"""What a question asks a student to write: functions, classes, or values of variables."""

from __future__ import annotations

import ast
import builtins
import keyword
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from grader.author.imports.asked import Case, Piece, Question, Source
from grader.author.imports.names import made, reads, stored
from grader.author.imports.unfit import Unfit

# What notebooks call these modules, where nothing in the source says so.
KNOWN = {
    "np": "import numpy as np",
    "numpy": "import numpy",
    "math": "import math",
    "random": "import random",
    "re": "import re",
    "itertools": "import itertools",
    "pd": "import pandas as pd",
    "plt": "import matplotlib.pyplot as plt",
}
KNOWN_MODULES = {name: text.split()[1].partition(".")[0] for name, text in KNOWN.items()}
Definition = ast.FunctionDef | ast.ClassDef


@dataclass(frozen=True)
class Wanted:
    """The contract of a question: its functions and classes by name, as they are defined, and the
    variables that tests read. `wrapper` is the function that returns those, where there is nothing
    else to write. `guessed` are names known from calls in tests only."""

    functions: Mapping[str, ast.FunctionDef]
    classes: Mapping[str, ast.ClassDef]
    variables: tuple[str, ...]
    guessed: frozenset[str] = frozenset()
    wrapper: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        return (*self.functions, *self.classes)

    @property
    def write(self) -> tuple[str, ...]:
        """The names that `write` of problem.yaml has."""
        return (self.wrapper,) if self.wrapper else self.names


def free_names(case: Case) -> list[str]:
    """The names that a case reads and does not bind before, in their order."""
    own = {name for piece in case.context for name in piece.binds}
    found: list[str] = []
    for step in case.steps:
        found += [name for name in sorted(reads(step.node)) if name not in own]
        own |= stored(step.node) | _defined(step.node)
    found += [name for piece in case.context for name in sorted(piece.reads - own)]
    return [name for name in dict.fromkeys(found) if not hasattr(builtins, name)]


def wanted(question: Question, source: Source, identity: str) -> Wanted:
    """What a question asks for: what its tests read and its answer defines, or nobody else does."""
    own = (*question.given, *question.solved)  # of two definitions the later counts
    definitions = {
        piece.node.name: piece.node
        for piece in own
        if isinstance(piece.node, ast.FunctionDef | ast.ClassDef)
    }
    starts = {piece.node.name for piece in question.given if isinstance(piece.node, Definition)}
    read = list(dict.fromkeys(name for case in question.cases for name in free_names(case)))
    asked = [name for name in definitions if name in read or name in starts]
    others = made(source.setup) | {
        name for one in source.questions if one.name != question.name for name in made(one.solved)
    }
    left = [name for name in read if name not in asked]
    modules = made(p for p in own if isinstance(p.node, ast.Import | ast.ImportFrom))
    others |= modules
    variables = [name for name in left if name in made(own) and name not in modules]
    unknown = [n for n in left if n not in variables and n not in others and n not in KNOWN]
    if own:  # what students write is known, so a name that is not there is not theirs
        unknown = []
    guessed = dict(_called(question.cases, set(unknown)))
    variables += [name for name in unknown if name not in guessed and name != "env"]
    functions = {n: d for n in asked if isinstance(d := definitions[n], ast.FunctionDef)}
    classes = {n: d for n in asked if isinstance(d := definitions[n], ast.ClassDef)}
    found = Wanted({**functions, **guessed}, classes, tuple(sorted(variables)), frozenset(guessed))
    if found.names:
        return found
    is_taken = identity in {*others, *made(own), *found.variables, *dir(builtins)}
    is_taken = is_taken or not identity.isidentifier() or keyword.iskeyword(identity)
    return replace(found, wrapper=f"{identity}_value" if is_taken else identity)


def _defined(node: ast.stmt) -> set[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return {node.name}
    if isinstance(node, ast.Import | ast.ImportFrom):
        return {alias.asname or alias.name.partition(".")[0] for alias in node.names}
    return set()


def _called(cases: Sequence[Case], unknown: set[str]) -> Iterable[tuple[str, ast.FunctionDef]]:
    """A definition for each unknown name that a test calls, as wide as the widest call."""
    calls: dict[str, list[ast.Call]] = {}
    for case in cases:
        for step in case.steps:
            for node in ast.walk(step.node):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                    calls.setdefault(node.func.id, []).append(node)
    for name in sorted(unknown & calls.keys()):
        if name[0].isupper():
            text = f"`{name}` looks like a class, of which the tests say too little"
            raise Unfit(f"{text}; name a file with the answers by --solution")
        counts = [len(call.args) for call in calls[name]]
        keywords = dict.fromkeys(k.arg for c in calls[name] for k in c.keywords if k.arg)
        arguments = [f"x{n + 1}" if max(counts) > 1 else "x" for n in range(max(counts))]
        # What some call leaves out has a default.
        arguments = [a + "=None" * (n >= min(counts)) for n, a in enumerate(arguments)]
        arguments += [f"{key}=None" for key in keywords if key]
        text = f"def {name}({', '.join(arguments)}):\n    ..."
        node = ast.parse(text).body[0]
        assert isinstance(node, ast.FunctionDef)
        yield name, node


def is_open(piece: Piece) -> bool:
    """Whether a statement is not written yet: it holds a stub."""
    for node in ast.walk(piece.node):
        match node:
            case ast.Expr(value=ast.Constant(value=v)) if v is ...:
                return True
            case ast.Assign(value=ast.Constant(value=v)) if v is ...:
                return True
            case ast.Return(value=ast.Constant(value=v)) if v is ...:
                return True
            case ast.Raise(exc=ast.Name(id="NotImplementedError")):
                return True
            case ast.Raise(exc=ast.Call(func=ast.Name(id="NotImplementedError"))):
                return True
    return False


def is_solved(question: Question, found: Wanted) -> bool:
    """Whether the source holds the answer to all that is asked."""
    asked = [p for p in question.solved if p.binds & {*found.names, *found.variables}]
    return {*found.names, *found.variables} <= made(asked) and not any(map(is_open, asked))
