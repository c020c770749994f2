"""What a student should know about their files beside the checks: statements that failed, notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from grader.judge.desk import Home
from grader.judge.source import NOBODY_ANSWERS, quoted
from grader.model import Submission
from grader.sandbox.answers import Place
from grader.sandbox.cell import Cell, LoadFault

_MOST = 20


def collect_notes(
    submission: Submission, cell: Cell, homes: Iterable[Mapping[str, Home]]
) -> tuple[str, ...]:
    """Notes of intake, then faults of reading and loading in the order of the lines."""
    found: list[tuple[Place, str]] = [
        (place, f"{_line(submission, place)}: {words}; only this statement was left out.")
        for reading in cell.read()
        for place, words in reading.faults
    ]
    found += [
        (fault.place, f"{_stopped(submission, fault)}; the rest was graded.")
        for fault in cell.load_faults
    ]
    several = [home.note + "." for group in homes for home in group.values() if home.note]
    lines = list(dict.fromkeys(text for _, text in sorted(found)))
    if len(lines) > _MOST:
        lines = [*lines[:_MOST], f"… and {len(lines) - _MOST} more statements that failed."]
    return (*submission.notes, *several, *lines)


def _line(submission: Submission, place: Place) -> str:
    """The place and the student's own line, as the beginning of a sentence."""
    text = quoted(submission, place).removeprefix(" at ")
    # The name of a file stays as it is written.
    return text if len(submission.files) > 1 else text[:1].upper() + text[1:]


def _stopped(submission: Submission, fault: LoadFault) -> str:
    where = _line(submission, fault.place)
    match fault.failure.kind:
        case "raised":
            text = f": {fault.failure.text}" if fault.failure.text else ""
            why = f" ({NOBODY_ANSWERS})" if fault.failure.is_a(EOFError) else ""
            return f"{where} raised {fault.failure.classes[0]}{text}{why}"
        case "memory":
            return f"{where} ran out of memory"
        case "timeout":
            return f"{where} {fault.failure.words}"
    return f"{where} ended the program"
