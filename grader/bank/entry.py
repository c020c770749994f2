"""A problem while the bank is being read: its folders, and what could be decoded of its files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from grader.bank.decode import Decoded
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

    def to_problem(self) -> Problem:
        """The finished record. Only for an entry without faults."""
        if self.problem is None:
            raise ValueError(f"{self.folder} has faults")
        key = self.key.record if self.key else None
        return Problem(self.id, self.unit, self.folder, self.problem.record, self.secret, key)
