"""The student's own lines: how a place in a submission is named and quoted."""

from __future__ import annotations

from grader.model import Submission
from grader.sandbox.answers import Failure, Place

NOT_RUN = "This check did not run: the time for this problem was used up before it."
NOBODY_ANSWERS = "nobody answers `input()` here; what a function needs are its arguments"
_LONGEST_LINE = 100


def place_name(submission: Submission, place: Place) -> str:
    """`line 12`, `cell 3, line 2`, with the file's name in front where there are several."""
    file = submission.files[place.file]
    cell = file.chunks[place.chunk].cell
    parts = [file.name] if len(submission.files) > 1 else []
    parts += [f"cell {cell}"] if cell is not None else []
    return ", ".join([*parts, f"line {place.line}"])


def line_of(submission: Submission, place: Place) -> str:
    """The line at a place, fit to stand between backticks and cut if long; "" if it is nowhere."""
    if not 0 <= place.file < len(submission.files):
        return ""
    chunks = submission.files[place.file].chunks
    if not 0 <= place.chunk < len(chunks):
        return ""
    lines = chunks[place.chunk].text.split("\n")
    if not 1 <= place.line <= len(lines):
        return ""
    text = lines[place.line - 1].strip().replace("`", "'")
    return text if len(text) <= _LONGEST_LINE else text[:_LONGEST_LINE] + "…"


def quoted(submission: Submission, place: Place | None) -> str:
    """` at line 12: `code`` for a place that exists in the submission, else nothing."""
    text = line_of(submission, place) if place is not None else ""
    return f" at {place_name(submission, place)}: `{text}`" if place is not None and text else ""


def told(failure: Failure, submission: Submission, *, with_text: bool) -> str:
    """A failed call in words. `with_text` adds the exception's own, which may carry inputs."""
    where = quoted(submission, failure.place)
    text = f": {failure.text.strip()}" if with_text and failure.text.strip() else ""
    match failure.kind:
        case "raised" if not where and not failure.is_a(NameError):
            # The signature does not fit, or what came back was not what the caller could use.
            raised = f"A call of your code raised {failure.classes[0]}{text}"
            return f"{raised}, at no line of yours: look at what it takes and returns."
        case "raised":
            why = f" It asks, and {NOBODY_ANSWERS}." if failure.is_a(EOFError) else ""
            return f"Your code raised {failure.classes[0]}{text}{where}.{why}"
        case "memory":
            return f"Your code ran out of memory{where}."
        case "timeout" if failure.words != NOT_RUN:
            return f"Your code did not finish: {failure.words}. Look for a loop that never ends."
        case "crashed":
            return f"Your code {failure.words}."
        case "forbidden" if where:
            return f"{failure.words} It does so{where}."
    return failure.words
