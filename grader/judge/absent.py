"""Names that are absent because the statement that was to bind them failed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from grader.judge.source import line_of, place_name
from grader.model import Problem, Submission
from grader.sandbox.answers import Failure, Place
from grader.sandbox.cell import Cell, LoadFault
from grader.sandbox.file_reading import FileReading


@dataclass(frozen=True)
class Absent:
    """Names of a submission that are absent, each with why: "line 2, `import torch`, raised …".

    All of it is known before the code meets its first call, so it can hold nothing of any input.
    """

    problem: Problem
    submission: Submission
    reasons: Mapping[str, str]

    def because(self, failure: Failure) -> str:
        """Why a name that a NameError misses is absent, as a sentence; "" if that is not known."""
        if not failure.is_a(NameError):
            return ""
        # At no line of the student's it is a line of ours that misses what they were to write.
        names = self.problem.functions
        if failure.place is not None:
            names = tuple(re.findall(r"\w+", line_of(self.submission, failure.place)))
        for name in names:
            if name in self.reasons:
                return f" `{name}` is missing because {self.reasons[name]}."
        return ""


def absent_names(problem: Problem, submission: Submission, cell: Cell) -> Absent:
    """The names that statements which failed in this cell would have bound."""
    if not cell.load_faults:
        return Absent(problem, submission, {})
    readings = cell.read()
    faults = {_statement(readings, fault.place): fault for fault in cell.load_faults}
    reasons = {
        name: _why(submission, faults[place])
        for reading in readings
        for name, place in reading.bound.items()
        if place in faults
    }
    return Absent(problem, submission, reasons)


def _statement(readings: Sequence[FileReading], place: Place) -> Place:
    """Where the top-level statement begins that has this line."""
    starts = [start for start in readings[place.file].places if start <= place]
    return max(starts, default=place)


def _why(submission: Submission, fault: LoadFault) -> str:
    said = fault.failure
    line = line_of(submission, fault.place)
    where = f"{place_name(submission, fault.place)}, `{line}`,"
    if said.kind != "raised":
        return f"{where} failed"
    text = f": {said.text.strip()}" if said.text.strip() else ""
    return f"{where} raised {said.classes[0]}{text}"
