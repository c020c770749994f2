"""What a proof is repeated over: hidden draws, and with each the variant of another student."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from grader.bank.arithmetic import Values, listed
from grader.bank.variants import NOBODY, how_many, values_of
from grader.model import Bank, Chunk, Course, Problem, SourceFile, Submission

_TRIES = 20  # names for each variant wanted, until one has values that were not there yet


@dataclass(frozen=True)
class Draw:
    """The salt of the hidden inputs, and the student whose values a problem has."""

    salt: bytes
    student: str
    values: Values

    @property
    def told(self) -> str:
        """` (with a = 2)`, to stand in a sentence; nothing for a problem without parameters."""
        return f" (with {listed(self.values)})" if self.values else ""


def draws(bank: Bank, problem: Problem, count: int, purpose: str) -> list[Draw]:
    """As many draws; their variants are all different as long as there are others."""
    students = _students(bank.course, problem, count, purpose)
    return [
        Draw(f"{purpose} {i}".encode(), student, values_of(bank.course, problem, student))
        for i, student in enumerate(students)
    ]


def as_submission(text: str, file: Path) -> Submission:
    """A text of ours as a student would hand it in."""
    return Submission(file.stem, "", (SourceFile(file.name, (Chunk(text),)),))


def _students(course: Course, problem: Problem, count: int, purpose: str) -> Sequence[str]:
    if problem.template is None:
        return [NOBODY] * count
    parameters = problem.template.file.parameters
    tried = [NOBODY, *(f"{purpose} {i}" for i in range(min(count, how_many(parameters)) * _TRIES))]
    first: dict[tuple[object, ...], str] = {}
    for student in tried:
        first.setdefault(tuple(values_of(course, problem, student).values()), student)
    different = list(first.values())
    return [different[i % len(different)] for i in range(count)]
