"""The loaded bank: problems with their folders, and the checks of each in running order."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import Literal

from grader.errors import GraderError
from grader.model.course import Assignment, Course
from grader.model.problem import KeyFile, ProblemFile, Reveal
from grader.model.record import Record

Visibility = Literal["public", "hidden"]


class Check(Record, frozen=True):
    """One check as it is run and shown, public or hidden."""

    id: str
    problem: str
    visibility: Visibility
    points: float
    title: str
    hint: str
    reveal: Reveal


class Problem(Record, frozen=True):
    """One problem. `secret` and `key` are None where the solutions are not at hand."""

    id: str
    unit: str
    folder: Path
    file: ProblemFile
    secret: Path | None = None
    key: KeyFile | None = None

    @property
    def functions(self) -> tuple[str, ...]:
        return tuple(self.file.write)

    @property
    def checks(self) -> tuple[Check, ...]:
        """Public checks first, each kind in the order of its file."""
        public = (
            Check(name, self.id, "public", c.points, c.title, c.hint, "counterexample")
            for name, c in self.file.checks.items()
        )
        hidden = (
            Check(name, self.id, "hidden", c.points, c.title, c.hint, c.reveal)
            for name, c in (self.key.checks if self.key else {}).items()
        )
        return (*public, *hidden)

    @property
    def points(self) -> float:
        return sum(check.points for check in self.checks)


class Bank(Record, frozen=True):
    """A course with its problems in reading order. `salt` seeds the hidden draws."""

    root: Path
    course: Course
    problems: dict[str, Problem]
    salt: bytes | None = None

    def assignment(self, name: str) -> Assignment:
        """The assignment of that name; GraderError names the legal ones."""
        if name not in self.course.assignments:
            legal = ", ".join(self.course.assignments) or "none"
            raise GraderError(f"assignment {name!r} is not in course.yaml; it has: {legal}")
        return self.course.assignments[name]

    def problem(self, name: str) -> Problem:
        """The problem of that id; GraderError names the nearest."""
        if name not in self.problems:
            near = get_close_matches(name, self.problems, n=1)
            hint = f"; did you mean {near[0]!r}?" if near else "; `grader list` shows them all"
            raise GraderError(f"problem {name!r} is not in the bank{hint}")
        return self.problems[name]
