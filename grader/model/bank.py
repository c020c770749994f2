"""The loaded bank: problems with their folders, and the checks of each in running order."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import Literal

from msgspec import field

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


class Template(Record, frozen=True):
    """What problem.yaml and key.yaml say before the values of a student are put in."""

    file: ProblemFile
    key: KeyFile | None


class Problem(Record, frozen=True):
    """One problem, as one student meets it. `secret` and `key` are None where the solutions are
    not at hand.

    A problem with parameters has its `template`, and in `values` what this student's are: `file`
    and `key` hold them already, and `bank.variants.text_of` reads other files with them.
    """

    id: str
    unit: str
    folder: Path
    file: ProblemFile
    secret: Path | None = None
    key: KeyFile | None = None
    template: Template | None = None
    values: dict[str, int | float] = field(default_factory=dict)

    @property
    def identity(self) -> tuple[str, tuple[tuple[str, int | float], ...]]:
        """What tells it from other problems and from its own other variants."""
        return self.id, tuple(self.values.items())

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
    """A course with its problems in reading order. `salt` seeds the hidden draws.

    Of a problem with parameters `problems` has the variant for a student without a name.
    """

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
