"""What an assignment of another grader asks, before it becomes problems."""

from __future__ import annotations

import ast
from dataclasses import dataclass


@dataclass(frozen=True)
class Piece:
    """A top-level statement: its own text, the names it binds or changes, those that it reads."""

    node: ast.stmt
    text: str
    binds: frozenset[str]
    reads: frozenset[str]
    place: str
    question: str = ""  # whose answer it is; "" for what all are given


@dataclass(frozen=True)
class Step:
    """A statement of a test. `want` is what a doctest says that it shows (None outside doctests),
    `raises` the class of the exception that it wants."""

    node: ast.stmt
    text: str
    want: str | None = None
    raises: str = ""
    place: str = ""


@dataclass(frozen=True)
class Case:
    """One test case. `hint` is said where it fails, `praise` where it passes; `context` are the
    statements of its file that it may use."""

    name: str
    steps: tuple[Step, ...]
    hidden: bool
    points: float
    place: str
    hint: str = ""
    praise: str = ""
    context: tuple[Piece, ...] = ()


@dataclass(frozen=True)
class Question:
    """A question: its words, what a student begins with, how it is solved, and its tests.

    `given` and `solved` are statements; `solved` has stubs where the source holds no solution.
    """

    name: str
    place: str
    words: str = ""
    given: tuple[Piece, ...] = ()
    solved: tuple[Piece, ...] = ()
    cases: tuple[Case, ...] = ()
    by_hand: bool = False
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Source:
    """A whole assignment; `setup` is what stands outside its questions."""

    title: str
    questions: tuple[Question, ...]
    setup: tuple[Piece, ...] = ()
    remarks: tuple[str, ...] = ()
