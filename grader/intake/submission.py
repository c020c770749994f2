"""One student's work: a .py, an .ipynb, a folder or a .zip, read into one record."""

from __future__ import annotations

import stat
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from grader.errors import IntakeError
from grader.intake.archive import read_archive
from grader.intake.decode import decode
from grader.intake.digest import submission_digest
from grader.intake.folder import read_folder, read_regular
from grader.intake.limits import cap, is_source, suffix
from grader.intake.magics import Dropped, drop_magics
from grader.intake.names import common_folder, safe, shorten, student_name
from grader.intake.notebook import read_cells
from grader.intake.raw import Raw
from grader.model import Chunk, SourceFile, Submission

_MOST_NOTES = 20  # of one file; a report is read by people


def read_submission(
    path: Path, student: str | None = None, submitted: datetime | None = None
) -> Submission:
    """The submission at `path`, its files sorted by name; nothing in it is executed or parsed.

    `student` defaults to the name of the file or folder. In a folder or zip a file that cannot be
    read becomes a note. Raises IntakeError (one line) when nothing can be read.
    """
    # A relative path such as `.` has no name of its own.
    path = path if path.name not in ("", "..") else path.resolve()
    kind = _kind(path)
    who = student_name(
        student if student is not None else path.name if kind == "folder" else path.stem
    )
    if kind in ("folder", ".zip"):
        raws = read_folder(path) if kind == "folder" else read_archive(path)
        return _several(safe(path.name), raws, who, submitted)
    data = read_regular(path, cap(path.name))
    file, notes = _source(safe(path.name), data)
    digest = submission_digest([(file.name, data)])
    return Submission(who, digest, (file,), notes, submitted)


def _kind(path: Path) -> str:
    place = safe(path.name)
    try:
        mode = path.lstat().st_mode
    except (OSError, ValueError) as error:
        raise IntakeError(f"{safe(str(path))}: no such file or folder") from error
    if stat.S_ISLNK(mode):
        # It could point at the solutions.
        raise IntakeError(f"{place}: is a symbolic link; give the file or folder itself")
    if stat.S_ISDIR(mode):
        return "folder"
    found = suffix(path.name)
    if found != ".zip" and not is_source(path.name):
        raise IntakeError(
            f"{place}: a submission must be a .py, an .ipynb, a .zip or a folder, "
            f"not {shorten(found) or 'a file without a suffix'}"
        )
    return found


def _several(
    place: str, raws: Sequence[Raw], student: str, submitted: datetime | None
) -> Submission:
    top = common_folder(raw.name for raw in raws if raw.data is not None)
    named = sorted((safe(raw.name.removeprefix(top)), raw.data or b"", raw.why) for raw in raws)
    files: list[SourceFile] = []
    read: list[tuple[str, bytes]] = []
    notes: list[str] = []
    for name, data, why in named:
        if why:
            notes.append(f"{name}: {why}")
            continue
        try:
            file, remarks = _source(name, data)
        except IntakeError as error:
            notes.append(str(error))
            continue
        files.append(file)
        read.append((name, data))
        notes.extend(remarks)
    if not files:
        first = f"; {notes[0]}" if notes else ""
        raise IntakeError(f"{place}: holds no .py or .ipynb file that can be read{first}")
    return Submission(student, submission_digest(read), tuple(files), tuple(notes), submitted)


def _source(name: str, data: bytes) -> tuple[SourceFile, tuple[str, ...]]:
    """The file as chunks without magics, and what to tell about it; IntakeError names it."""
    if suffix(name) == ".py":
        text, dropped = drop_magics(decode(name, data), cell=False)
        notes = [_note(name, None, item) for item in dropped]
        return SourceFile(name, (Chunk(text),)), _few(name, notes)
    cells, mended = read_cells(name, data)
    chunks: list[Chunk] = []
    notes = [f"{name}, cell {n}: a character that is not text was replaced" for n in mended]
    for number, cell in enumerate(cells, 1):
        text, dropped = drop_magics(cell, cell=True)
        chunks.append(Chunk(text, number))
        notes.extend(_note(name, number, item) for item in dropped)
    return SourceFile(name, tuple(chunks)), _few(name, notes)


def _note(name: str, cell: int | None, dropped: Dropped) -> str:
    return f"{name}, {f'cell {cell}, ' if cell else ''}{dropped}"


def _few(name: str, notes: list[str]) -> tuple[str, ...]:
    if len(notes) <= _MOST_NOTES:
        return tuple(notes)
    rest = len(notes) - _MOST_NOTES
    return (*notes[:_MOST_NOTES], f"{name}: {rest:,} more notes of this kind are not shown")
