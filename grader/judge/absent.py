"""Names that are absent because the statement that was to bind them failed."""

from __future__ import annotations

import re
from collections.abc import Mapping

from grader.judge.source import line_of, place_name
from grader.model import Submission
from grader.sandbox.answers import Failure
from grader.sandbox.cell import Cell, LoadFault


def absent_names(submission: Submission, cell: Cell) -> dict[str, str]:
    """Each such name, with why it is absent: "line 2, `import torch`, raised …".

    All of it is known before the code meets its first call, so it can hold nothing of any input.
    """
    if not cell.load_faults:
        return {}
    faults = {fault.place: fault for fault in cell.load_faults}
    return {
        name: _why(submission, faults[place])
        for reading in cell.read()
        for name, place in reading.bound.items()
        if place in faults
    }


def because(failure: Failure, submission: Submission, absent: Mapping[str, str]) -> str:
    """Why a name in the student's line of a NameError is absent, as a sentence; "" if not known."""
    if failure.place is None or not failure.is_a(NameError):
        return ""
    for name in re.findall(r"\w+", line_of(submission, failure.place)):
        if name in absent:
            return f" `{name}` is missing because {absent[name]}."
    return ""


def _why(submission: Submission, fault: LoadFault) -> str:
    said = fault.failure
    line = line_of(submission, fault.place)
    where = f"{place_name(submission, fault.place)}, `{line}`,"
    if said.kind != "raised":
        return f"{where} failed"
    text = f": {said.text.strip()}" if said.text.strip() else ""
    return f"{where} raised {said.classes[0]}{text}"
