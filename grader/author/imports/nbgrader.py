"""A notebook of nbgrader in the instructor's version: answers and tests by the cells' metadata."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from grader.author.imports.asked import Case, Piece, Question, Source, Step
from grader.author.imports.cells import Cell, Notebook
from grader.author.imports.markers import regions
from grader.author.imports.names import pieces
from grader.author.imports.points import spread
from grader.errors import IntakeError

_STUB = "raise NotImplementedError()"


@dataclass
class _Open:
    """A question that is being read: it ends where the next answer begins."""

    name: str
    place: str
    words: str
    given: list[Piece] = field(default_factory=list)
    solved: list[Piece] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    by_hand: bool = False


def read_nbgrader(notebook: Notebook) -> Source:
    """The assignment in a notebook of nbgrader's. IntakeError (one line) where it has none."""
    questions: list[_Open] = []
    setup: list[Piece] = []
    remarks: list[str] = []
    words: list[str] = []
    before: list[str] = []
    ids: set[str] = set()
    for cell in notebook.cells:
        place = notebook.place(cell)
        settings = _settings(cell, place, ids)
        if cell.kind == "markdown" and not (settings.get("solution") or settings.get("task")):
            words.append(_without(cell.text, "MARK SCHEME", place))
        elif settings.get("solution") or settings.get("task"):
            one = _Open(settings["grade_id"], place, "\n\n".join(words or before))
            words, before = [], []
            questions.append(one)
            one.by_hand = bool(settings.get("grade") or settings.get("task"))
            if cell.kind == "code" and not one.by_hand:
                _answer(one, cell, place)
        elif cell.kind == "code" and settings.get("grade"):
            by_machine = [one for one in questions if not one.by_hand]
            if not by_machine:
                by_machine = [_Open(settings["grade_id"], place, "\n\n".join(words))]
                questions += by_machine
                words = []
            _tests(by_machine[-1], cell, settings, place)
        elif cell.kind == "code":
            # They were about this cell, unless the answer follows it without more words.
            before, words = words or before, []
            found, said = pieces(cell.text, place)
            setup += found
            remarks += said
    if not ids:
        raise IntakeError(
            f"{notebook.name}: no cell has settings of nbgrader; give the instructor's version"
        )
    title = notebook.name.rpartition("/")[2].rpartition(".")[0]
    return Source(title, tuple(map(_closed, questions)), tuple(setup), tuple(remarks))


def _settings(cell: Cell, place: str, ids: set[str]) -> dict[str, Any]:
    """What nbgrader's metadata say of a cell; an id may be there once only."""
    found = cell.metadata.get("nbgrader")
    if found is None:
        return {}
    if not isinstance(found, dict) or not isinstance(found.get("grade_id"), str):
        raise IntakeError(f"{place}: its settings of nbgrader have no `grade_id`")
    if found["grade_id"] in ids:
        raise IntakeError(f"{place}: the grade_id {found['grade_id']!r} is there twice")
    ids.add(found["grade_id"])
    return found


def _answer(one: _Open, cell: Cell, place: str) -> None:
    marked = list(regions(cell.text, "SOLUTION", place))
    found, said = pieces("\n".join(line for _, line in marked), place, question=one.name)
    one.solved += found
    one.remarks += said
    given = "\n".join(_with_stubs(marked))
    one.given += pieces(given, place, question=one.name)[0]


def _with_stubs(marked: list[tuple[bool, str]]) -> Iterator[str]:
    """The lines that a student gets, with a stub in place of each region."""
    before = False
    for inside, line in marked:
        if not inside:
            yield line
        elif not before:
            yield line[: len(line) - len(line.lstrip())] + _STUB
        before = inside


def _tests(one: _Open, cell: Cell, settings: dict[str, Any], place: str) -> None:
    """A test cell counts as a whole: where some of it is hidden, a hidden check repeats it all and
    has the points, and what students see of it has none."""
    marked = list(regions(_without(cell.text, "MARK SCHEME", place), "HIDDEN TESTS", place))
    (points,) = spread(settings.get("points", 0), [None], place)
    name = settings["grade_id"]
    everything, said = _steps("\n".join(line for _, line in marked), place)
    one.remarks += said
    hides = any(inside and line.strip() for inside, line in marked)
    visible, _ = _steps("\n".join("" if inside else line for inside, line in marked), place)
    if visible:
        one.cases.append(Case(name, visible, False, 0.0 if hides else points, place))
    if hides:
        one.cases.append(Case(f"{name} hidden", everything, True, points, place))


def _steps(text: str, place: str) -> tuple[tuple[Step, ...], tuple[str, ...]]:
    found, said = pieces(text, place)
    return tuple(Step(piece.node, piece.text, place=piece.place) for piece in found), said


def _without(text: str, name: str, place: str) -> str:
    return "\n".join(line for inside, line in regions(text, name, place) if not inside)


def _closed(one: _Open) -> Question:
    question = Question(one.name, one.place, one.words, tuple(one.given), tuple(one.solved))
    return replace(
        question, cases=tuple(one.cases), by_hand=one.by_hand, remarks=tuple(one.remarks)
    )
