"""A notebook that `otter assign` wrote, for students or for grading, and the tests beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from grader.author.imports.asked import Case, Piece, Question, Source
from grader.author.imports.cells import Cell, Notebook
from grader.author.imports.markers import otter_given, otter_solution
from grader.author.imports.names import pieces
from grader.author.imports.test_files import is_of_otter, read_spec, read_test
from grader.errors import IntakeError

_CHECK = re.compile(r"""\s*grader\.check\(\s*["']([^"']+)["']\s*\)""")
_TAGS = ("otter_answer_cell", "otter_assign_solution_cell")
_OWN = ("grader.check_all", "grader.export", "otter.Notebook", "pip install")
_BEGIN, _END = "<!-- BEGIN QUESTION -->", "<!-- END QUESTION -->"


def stored_tests(notebook: Notebook) -> dict[str, Any]:
    """The tests in a notebook's metadata, by question."""
    ours = notebook.metadata.get("otter")
    tests = ours.get("tests") if isinstance(ours, dict) else None
    return tests if isinstance(tests, dict) else {}


def natural(name: str) -> list[tuple[bool, int, str]]:
    """A key by which q2 comes before q10."""
    parts = re.split(r"([0-9]+)", name)
    return [(part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in parts]


def read_assigned(notebook: Notebook, tests: Mapping[str, tuple[Case, ...]], place: str) -> Source:
    """The assignment of a notebook with tests in files, else in its metadata."""
    cases = dict(tests)
    for name, spec in stored_tests(notebook).items() if not tests else ():
        where = f"{notebook.name}, the test {name!r} of its metadata"
        cases[name] = (read_test if isinstance(spec, str) else read_spec)(spec, where)[1]
    if not cases:
        raise IntakeError(f"{notebook.name}: holds no questions and no tests of otter's")
    reader = _Reader(notebook, cases)
    for cell in notebook.cells:
        reader.take(cell)
    found = [*reader.questions]
    rest = cases.keys() - {question.name for question in found}
    found += [Question(n, f"{place}, {n}", cases=cases[n]) for n in sorted(rest, key=natural)]
    title = notebook.name.rpartition("/")[2].removesuffix(".ipynb")
    setup = [*reader.setup, *reader.pieces(reader.code)]
    return Source(title, tuple(found), tuple(setup), tuple(reader.remarks))


@dataclass
class _Reader:
    """Goes through the cells: what stands before the check of a question belongs to it, as far as
    otter has marked it as words or answers."""

    notebook: Notebook
    cases: Mapping[str, tuple[Case, ...]]
    questions: list[Question] = field(default_factory=list)
    setup: list[Piece] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    code: list[Cell] = field(default_factory=list)
    by_hand: str = ""

    def __post_init__(self) -> None:
        cells = self.notebook.cells
        self._has_answers = any(map(_is_answer, cells))
        self._has_words = any(c.kind == "markdown" and _is_locked(c) for c in cells)

    def take(self, cell: Cell) -> None:
        """One more cell."""
        if cell.kind == "markdown":
            self._take_words(cell)
        elif cell.kind == "code":
            check = _CHECK.match(cell.text)
            if check is None and not any(own in cell.text for own in _OWN):
                self.code.append(cell)
            for name in [check[1]] if check else _checked(cell):
                self._close(name, cell)

    def _take_words(self, cell: Cell) -> None:
        text = cell.text
        if _END in text:
            text = text.partition(_END)[2]
            if self.by_hand:
                self.remarks.append(f"{self.by_hand}: left out: it is graded by hand")
            self.words, self.by_hand = [], ""
        if _BEGIN in text:
            self.words, self.by_hand = [], self.notebook.place(cell)
        if text.strip() and (_is_locked(cell) or not self._has_words):
            self.words.append(text)

    def _close(self, name: str, cell: Cell) -> None:
        own = [c for c in self.code if _is_answer(c) or not self._has_answers]
        where = self.notebook.place(cell)
        self.setup += self.pieces([c for c in self.code if c not in own])
        given = [
            piece
            for c in own
            for piece in pieces(
                otter_given(c.text, self.notebook.place(c)), self.notebook.place(c), question=name
            )[0]
        ]
        solved = self.pieces(own, name)
        self.questions.append(
            Question(
                name,
                where,
                "\n\n".join(self.words),
                tuple(given),
                tuple(solved),
                self.cases.get(name, ()),
            )
        )
        self.words, self.code, self.by_hand = [], [], ""

    def pieces(self, cells: Sequence[Cell], question: str = "") -> list[Piece]:
        """The statements of some cells, as the reference has them."""
        kept: list[Piece] = []
        for cell in cells:
            where = self.notebook.place(cell)
            found, said = pieces(otter_solution(cell.text), where, question=question)
            kept += [piece for piece in found if not is_of_otter(piece)]
            self.remarks += said
        return kept


def _is_answer(cell: Cell) -> bool:
    tags = cell.metadata.get("tags")
    return isinstance(tags, list) and any(tag in _TAGS for tag in tags)


def _is_locked(cell: Cell) -> bool:
    return cell.metadata.get("editable") is False


def _checked(cell: Cell) -> list[str]:
    """The questions that end with a cell, where students have no cell to check them."""
    ours = cell.metadata.get("otter")
    tests = ours.get("tests") if isinstance(ours, dict) else None
    return [name for name in tests if isinstance(name, str)] if isinstance(tests, list) else []
