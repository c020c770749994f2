"""The errors raised on purpose; the command line turns each into one line and exit 2."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


class GraderError(Exception):
    """Bad input or wrong usage. Its text says the place, the value, and what it must be."""


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong with one file of the bank, as an author reads it."""

    file: Path
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text}"


class BankError(GraderError):
    """The bank cannot be loaded. Carries every fault found, in file and line order."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(str(fault) for fault in self.faults))

    def __reduce__(self) -> tuple[type[BankError], tuple[Sequence[Fault]]]:
        """From one process to another it goes with its faults, not with its text."""
        return BankError, (self.faults,)


class IntakeError(GraderError):
    """A submission cannot be read at all; the text names the file and what it must be."""


class SandboxError(GraderError):
    """Our own sandbox failed: the student loses nothing by it and the check is `broken`."""
