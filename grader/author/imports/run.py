"""The import of a whole assignment: what became of each question, and what an author looks at."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from grader.author.imports.asked import Question, Source
from grader.author.imports.cells import read_notebook
from grader.author.imports.names import pieces
from grader.author.imports.nbgrader import read_nbgrader
from grader.author.imports.otter import read_otter
from grader.author.imports.skeleton import Made, problem_of
from grader.author.imports.target import Target, faults, is_name, taken, write
from grader.author.imports.unfit import Unfit
from grader.bank.files import from_here
from grader.bank.wording import nearest
from grader.errors import GraderError, IntakeError
from grader.intake.folder import read_regular
from grader.intake.limits import NOTEBOOK_BYTES, suffix
from grader.intake.names import safe
from grader.intake.submission import read_submission


@dataclass(frozen=True)
class Imported:
    """The problems that were written, the questions that were not with the reason, remarks on the
    whole, and the assignment of a new course."""

    made: tuple[Made, ...]
    refused: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...]
    left_out: tuple[str, ...]


def read_source(kind: str, path: Path) -> Source:
    """The assignment at a path, by the kind of its grader. IntakeError where it cannot be read."""
    try:
        return _read(kind, path)
    except RecursionError as error:
        raise IntakeError(f"{safe(path.name)}: is nested too deeply to be read") from error


def _read(kind: str, path: Path) -> Source:
    if kind == "otter":
        return read_otter(path)
    if not path.is_file() or suffix(path.name) != ".ipynb":
        raise IntakeError(f"{safe(str(path))}: must be a notebook, an .ipynb file")
    return read_nbgrader(read_notebook(safe(path.name), read_regular(path, NOTEBOOK_BYTES)))


def with_solution(source: Source, path: Path) -> Source:
    """The assignment with a file of answers, a .py or an .ipynb, to all its questions."""
    answers = read_submission(path)
    found = [
        piece
        for file in answers.files
        for chunk in file.chunks
        for piece in pieces(
            chunk.text,
            file.name if chunk.cell is None else f"{file.name}, cell {chunk.cell}",
            cell=chunk.cell is not None,
        )[0]
    ]
    questions = (replace(one, solved=tuple(found)) for one in source.questions)
    return replace(source, questions=tuple(questions))


def import_all(
    source: Source, place: Target, *, prefix: str = "", only: Sequence[str] = ()
) -> Imported:
    """Writes a problem for each question that can become one. GraderError, with a line for each
    fault and nothing written, where an id, a function or a folder is in the way."""
    questions = list(_chosen(source, only))
    ids = dict(_ids(questions, prefix))
    made: list[Made] = []
    refused: list[tuple[str, str]] = []
    for question in questions:
        try:
            one = problem_of(question, source, ids[question.name])
        except Unfit as unfit:
            refused.append((question.name, str(unfit)))
            continue
        except RecursionError:
            refused.append((question.name, "it is nested too deeply to be read"))
            continue
        if wrong := faults(place, one):
            refused.append((question.name, "\n".join(wrong)))
        else:
            made.append(one)
    if in_the_way := list(taken(place, made)):
        raise GraderError("\n".join(in_the_way))
    listed, left_out = _assignment(made)
    if made:
        write(place, source.title, made, listed)
    told = left_out if place.bank is None else []
    return Imported(tuple(made), tuple(refused), source.remarks, tuple(told))


def todos(place: Target, one: Made) -> Iterator[str]:
    """Where an author must look: each file with the lines of its TODOs and of what was left out."""
    for (tree, name), text in one.files.items():
        lines = [
            str(number)
            for number, line in enumerate(text.split("\n"), 1)
            if "TODO" in line or line.lstrip().startswith("# Left out")
        ]
        if lines:
            more = f", and on {', '.join(lines[1:])}" if lines[1:] else ""
            file = from_here(place.folder(tree, one.id).resolve() / name)
            yield f"{file}:{lines[0]}: a TODO or something left out{more}"


def _chosen(source: Source, only: Sequence[str]) -> Iterator[Question]:
    names = [question.name for question in source.questions]
    for name in only:
        if name not in names:
            raise GraderError(f"there is no question `{name}`{nearest(name, names)}")
    for question in source.questions:
        if names.count(question.name) > 1:
            raise IntakeError(f"{question.place}: the question {question.name!r} is there twice")
        if not only or question.name in only:
            yield question


def _ids(questions: Sequence[Question], prefix: str) -> Iterator[tuple[str, str]]:
    """The id of the problem of each question. GraderError with a line for each that has none."""
    wrong: list[str] = []
    owners: dict[str, str] = {}
    for question in questions:
        name = prefix + re.sub(r"[-.\s/]+", "_", question.name.strip()).lower()
        if not is_name(name):
            wrong.append(
                f"{question.place}: the question {question.name!r} would be the problem {name!r}; "
                "an id must be lower-case letters, digits and underscores, beginning with a "
                "letter; try --prefix q"
            )
        elif name in owners:
            other = owners[name]
            wrong.append(
                f"{question.place}: the questions {other!r} and {question.name!r} would both be "
                f"the problem {name!r}"
            )
        owners[name] = question.name
        yield question.name, name
    if wrong:
        raise GraderError("\n".join(wrong))


def _assignment(made: Sequence[Made]) -> tuple[list[str], list[str]]:
    """The problems that can be in one assignment, as their solutions share no name, and lines on
    those that cannot."""
    owners: dict[str, str] = {}
    listed: list[str] = []
    left_out: list[str] = []
    for one in made:
        names = set(_top_level(one.files["solutions", "solution.py"]))
        if clash := sorted(names & owners.keys()):
            text = f"`{clash[0]}` is in the solution of {owners[clash[0]]} too"
            left_out.append(f"{one.id}: not in the assignment of course.yaml: {text}")
            continue
        owners.update(dict.fromkeys(names, one.id))
        listed.append(one.id)
    return listed, left_out


def _top_level(text: str) -> Iterator[str]:
    """The names by which lint finds that two references cannot stand in one file."""
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign):
            yield from (t.id for t in node.targets if isinstance(t, ast.Name))
