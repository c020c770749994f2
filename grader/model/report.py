"""The report on one submission: the contract of `--json`, and all that pages are made from."""

from __future__ import annotations

from typing import Literal

import msgspec
from msgspec import UNSET, UnsetType

from grader.model.bank import Visibility
from grader.model.evidence import Entries, Picture, Slopes
from grader.model.record import Record

Status = Literal[
    "passed",
    "failed",
    "raised",
    "missing",
    "forbidden",
    "timeout",
    "memory",
    "crashed",
    "skipped",
    "broken",
]


class Counterexample(Record, frozen=True):
    """One call that shows the fault, as lines a student can paste and compare.

    `entries` are there if the values are arrays of one shape, `picture` if the problem asks for it
    and the call can be drawn.
    """

    call: str
    expected: str
    actual: str
    entries: Entries | UnsetType = UNSET
    picture: Picture | UnsetType = UNSET


class CheckReport(Record, frozen=True):
    """The outcome of one check. A `broken` one is our fault: it counts in neither sum.

    `slopes` are there if a gradient check failed whose numbers may be shown.
    """

    id: str
    title: str
    visibility: Visibility
    status: Status
    points: float
    max_points: float
    message: str = ""
    hint: str = ""
    counterexample: Counterexample | None = None
    slopes: Slopes | UnsetType = UNSET


class Diagnosis(Record, frozen=True):
    """A listed mistake whose behaviour is the student's, on `evidence` calls."""

    mistake: str
    say: str
    evidence: int


class ProblemReport(Record, frozen=True):
    """The checks of one problem; `score` and `max_score` are before the assignment's weight.

    `parameters` are the values of this student, where the problem has some.
    """

    id: str
    title: str
    weight: float
    score: float
    max_score: float
    checks: tuple[CheckReport, ...]
    diagnosis: tuple[Diagnosis, ...] = ()
    parameters: dict[str, int | float] | UnsetType = UNSET


class Late(Record, frozen=True):
    """Days begun after the due time and its grace, and the share of the score they cost."""

    days: int = 0
    penalty: float = 0.0


class Sandbox(Record, frozen=True):
    """The rings that stood between the student's code and the machine."""

    rings: tuple[str, ...]


class Report(Record, frozen=True):
    """One graded submission. Equal bank and submission give equal reports, `seconds` aside."""

    assignment: str | None
    student: str
    submission: str
    bank: str
    score: float
    raw_score: float
    max_score: float
    provisional: bool
    late: Late
    problems: tuple[ProblemReport, ...]
    notes: tuple[str, ...]
    sandbox: Sandbox
    seconds: float
    schema: Literal[1] = 1

    def to_json(self) -> bytes:
        """Indented UTF-8 JSON, `schema` first, ending in a newline."""
        fields = msgspec.to_builtins(self)
        ordered = {"schema": fields.pop("schema"), **fields}
        return msgspec.json.format(msgspec.json.encode(ordered), indent=2) + b"\n"

    @classmethod
    def from_json(cls, text: bytes) -> Report:
        """The inverse of `to_json`; msgspec.ValidationError if the text is no report."""
        return msgspec.json.decode(text, type=cls)
