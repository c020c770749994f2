"""A problem while the bank is being read: its folders, and what could be decoded of its files."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from grader.bank.arithmetic import Values
from grader.bank.decode import Decoded, decode_file
from grader.bank.files import from_here
from grader.bank.variants import R, filled_record, first_values, variant
from grader.model import KeyFile, Problem, ProblemFile


@dataclass(frozen=True)
class Entry:
    """One folder of `exercises/`. A file with faults of its own is None here.

    `secret` is the folder of the same place under the solutions; None where they are not at hand.
    """

    id: str
    unit: str
    folder: Path
    secret: Path | None
    problem: Decoded[ProblemFile] | None
    key: Decoded[KeyFile] | None
    values: Values = field(default_factory=dict)

    def variant(self, values: Values) -> Entry:
        """The entry with these values in its records; its Python files are read with them."""
        problem = self.problem and _filled(self.problem, values)
        return replace(
            self, problem=problem, key=self.key and _filled(self.key, values), values=values
        )

    def to_problem(self) -> Problem:
        """The finished record. Only for an entry without faults."""
        if self.problem is None:
            raise ValueError(f"{self.folder} has faults")
        file, key = self.problem.record, self.key.record if self.key else None
        problem = Problem(self.id, self.unit, self.folder, file, self.secret, key)
        if not file.parameters:
            return problem
        return variant(problem, first_values(file.parameters))


def read_entry(problem: Problem) -> Entry:
    """The files of a problem of a loaded bank, with their lines."""
    file = decode_file(from_here(problem.folder / "problem.yaml"), ProblemFile)
    key = decode_file(from_here(problem.secret / "key.yaml"), KeyFile) if problem.secret else None
    return Entry(problem.id, problem.unit, problem.folder, problem.secret, file, key)


def _filled(decoded: Decoded[R], values: Values) -> Decoded[R]:
    return Decoded(filled_record(decoded.record, values), decoded.document)
