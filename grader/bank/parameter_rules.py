"""Rules of a problem with parameters: their ranges, and the holes where their values stand."""

from __future__ import annotations

import ast
import itertools
import keyword
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.bank.arithmetic import Number, Values, value
from grader.bank.decode import Decoded, read_text
from grader.bank.entry import Entry
from grader.bank.files import files_under
from grader.bank.holes import Braces, braces
from grader.bank.python import parse_python
from grader.bank.strict_yaml import Place
from grader.bank.variants import first_values, how_many, options
from grader.bank.wording import nearest
from grader.errors import BankError, Fault, GraderError
from grader.model import Parameter, ProblemFile

FEWEST = 8
_MOST_TRIED = 2_000


def parameter_faults(entry: Entry, problem: Decoded[ProblemFile]) -> Iterator[Fault]:
    """The faults of a problem's parameters, and of every `{{…}}` in its texts."""
    declared, document = problem.record.parameters, problem.document
    wrong = [
        document.fault(f"the parameter `{name}` {words}", "parameters", name)
        for name, parameter in declared.items()
        for words in _declaration(name, parameter)
    ]
    yield from wrong
    if wrong:
        return
    count = how_many(declared)
    if count < FEWEST:
        text = f"the parameters make {count} variants; there must be at least {FEWEST}"
        yield document.fault(f"{text}, or neighbours share one", "parameters")
    seen: set[str] = set()
    told: set[tuple[Path, int]] = set()
    for hole in _holes(entry, problem):
        for fault in _hole(hole, declared):
            told.add((fault.file, fault.line))
            yield fault
        if hole.is_public and hole.braces.is_hole(declared):
            seen |= {*hole.braces.names}
    for name in declared:
        if name not in seen:
            text = f"the parameter `{name}` is used nowhere that a student sees"
            yield document.fault(text, "parameters", name)
    for file in _python_files(entry):
        for line, text in _sets_of_sets(file, first_values(declared)):
            if (file, line) not in told:
                words = f"{text} is no arithmetic over the parameters: {', '.join(declared)}"
                yield Fault(file, line, words)
    for file in _check_files(entry):
        for line, text in _sets_of_sets(file, {}):
            words = f"{text} stands in a check, which is the same for all students"
            yield Fault(file, line, f"{words}; take the fixture `parameters`")


def _declaration(name: str, parameter: Parameter) -> Iterator[str]:
    """What is wrong with a declaration, behind `the parameter …`."""
    start, end, step = parameter.from_, parameter.to, parameter.step or 1
    if keyword.iskeyword(name):
        yield "has a name that means something in Python; choose another"
    if isinstance(parameter.choose, tuple):
        if isinstance(start, int) or isinstance(end, int) or parameter.step:
            yield "has both `choose` and a part of a range; it must have one of them"
        if not all(map(math.isfinite, parameter.choose)):
            yield "can be infinite or nan; `choose` must list finite numbers"
        elif len(set(parameter.choose)) < len(parameter.choose):
            yield "has a number twice in `choose`; each must stand there once"
    elif not isinstance(start, int) or not isinstance(end, int):
        yield "must have `from` and `to`, or `choose`"
    elif start >= end:
        yield f"goes from {start} to {end}; `from` must be less than `to`"
    elif (end - start) % step:
        last = end - (end - start) % step
        yield f"does not reach {end} in steps of {step} from {start}; `to` must be {last}"


@dataclass(frozen=True)
class _Hole:
    """Double braces, the fault that would stand there, and whether they are all of a text."""

    braces: Braces
    place: Fault
    is_public: bool
    is_whole: bool

    def fault(self, text: str) -> Fault:
        return Fault(self.place.file, self.place.line, text)


def _holes(entry: Entry, problem: Decoded[ProblemFile]) -> Iterator[_Hole]:
    """Every `{{…}}` with arithmetic in it, of all texts that values are put into."""
    documents = [(problem.document, True), *([(entry.key.document, False)] if entry.key else [])]
    for document, is_public in documents:
        for place, text in _texts(document.value, ()):
            for found in braces(text):
                is_whole = (found.start, found.end) == (0, len(text))
                yield _Hole(found, document.fault("", *place), is_public, is_whole)
    for file in [entry.folder / "statement.md", *_python_files(entry)]:
        is_public = file.is_relative_to(entry.folder)
        for found in braces(_readable(file)):
            yield _Hole(found, Fault(file, found.line, ""), is_public, False)


def _texts(value: Any, place: Place) -> Iterator[tuple[Place, str]]:
    match value:
        case str():
            yield place, value
        case list():
            for index, item in enumerate(value):
                yield from _texts(item, (*place, index))
        case dict():
            for key, item in value.items():
                yield (*place, key), key
                yield from _texts(item, (*place, key))


def _python_files(entry: Entry) -> list[Path]:
    """The starter, the solution and the mistakes: no checks, which are the same for all."""
    files = [entry.folder / "starter.py"]
    if entry.secret:
        mistakes = files_under(entry.secret / "mistakes")
        files += [entry.secret / "solution.py", *(f for f in mistakes if f.suffix == ".py")]
    return files


def _check_files(entry: Entry) -> list[Path]:
    folders = (entry.folder, entry.secret) if entry.secret else (entry.folder,)
    files = [folder / f"test_{entry.id}.py" for folder in folders]
    return [file for file in files if file.is_file()]


def _readable(file: Path) -> str:
    try:
        return read_text(file)
    except BankError:
        return ""  # reported by the rules of files and of code


def _hole(hole: _Hole, declared: Mapping[str, Parameter]) -> Iterator[Fault]:
    text = f"`{{{{{ast.unparse(hole.braces.tree)}}}}}`"
    if not hole.braces.is_hole(declared):
        if hole.braces.is_meant(declared) or (hole.is_whole and hole.braces.names):
            unknown = next(name for name in hole.braces.names if name not in declared)
            yield hole.fault(
                f"{text} names `{unknown}`, which is no parameter{nearest(unknown, declared)}"
            )
        return
    for values in _settings({name: declared[name] for name in hole.braces.names}):
        try:
            value(hole.braces.tree, values)
        except GraderError as error:
            yield hole.fault(str(error))
            return


def _settings(parameters: Mapping[str, Parameter]) -> Iterator[dict[str, Number]]:
    """The values that these parameters can have together, or the first and last of too many."""
    legal = [options(parameter) for parameter in parameters.values()]
    if how_many(parameters) > _MOST_TRIED:
        legal = [[*some[:3], *some[-3:]] if len(some) > 6 else some for some in legal]
    for numbers in itertools.islice(itertools.product(*legal), _MOST_TRIED):
        yield dict(zip(parameters, numbers, strict=True))


def _sets_of_sets(file: Path, values: Values) -> Iterator[tuple[int, str]]:
    """Double braces left over in code, with their lines: Python cannot make such a set."""
    try:
        tree = parse_python(file, values)
    except GraderError:
        return  # reported by other rules
    for node in ast.walk(tree):
        if isinstance(node, ast.Set) and isinstance(node.elts[0], ast.Set):
            yield node.lineno, f"`{ast.unparse(node)}`"
