"""A folder in which every file or subfolder is one student's submission."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from grader.errors import IntakeError
from grader.intake.limits import is_source, suffix
from grader.intake.names import is_skipped_folder, safe, student_name
from grader.model.record import Record


class Entry(Record, frozen=True):
    """One submission of an inbox and the student it belongs to; no two have the same student."""

    student: str
    path: Path


def read_inbox(folder: Path) -> tuple[Entry, ...]:
    """Every .py, .ipynb, .zip and subfolder directly in `folder`, sorted by student; none is read.

    A student is called by the file's stem, or by its full name where two stems are the same.
    Raises IntakeError for a folder that cannot be opened or holds no submission.
    """
    place = safe(str(folder))
    try:
        paths = sorted(path for path in folder.iterdir() if _is_submission(path))
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise IntakeError(f"{place}: cannot be opened as an inbox: {reason}") from error
    if not paths:
        raise IntakeError(
            f"{place}: is an inbox without submissions; it must hold .py, .ipynb, .zip or folders"
        )
    entries = (Entry(name, path) for name, path in zip(_students(paths), paths, strict=True))
    return tuple(sorted(entries, key=lambda entry: entry.student))


def _is_submission(path: Path) -> bool:
    if is_skipped_folder(path.name):
        return False
    if path.is_dir():
        return True
    return is_source(path.name) or suffix(path.name) == ".zip"


def _students(paths: list[Path]) -> list[str]:
    """A name for each path, no two the same."""
    full = [student_name(path.name) for path in paths]
    names = [student_name(path.name if path.is_dir() else path.stem) for path in paths]
    # Twice, since a full name may be the stem of a third: ada.py, ada.ipynb, ada.py.zip.
    for _ in range(2):
        count = Counter(names)
        names = [
            whole if count[name] > 1 else name for name, whole in zip(names, full, strict=True)
        ]
    return _distinct(names)


def _distinct(names: list[str]) -> list[str]:
    """Numbers for names that differed only in characters that were left out."""
    taken = set(names)
    found: dict[str, None] = {}  # in order
    for name in names:
        chosen, number = name, 2
        while chosen in found or (chosen != name and chosen in taken):
            chosen, number = f"{name} ({number})", number + 1
        found[chosen] = None
    return list(found)
