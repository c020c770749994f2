"""The files of a bank's folders, as an author means them: no caches, no hidden files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path


def files_under(folder: Path) -> list[Path]:
    """Every file below `folder`, sorted by its relative path with forward slashes."""
    found = (path for path in folder.rglob("*") if path.is_file())
    kept = (path for path in found if not _is_by_product(path.relative_to(folder)))
    return sorted(kept, key=lambda path: path.relative_to(folder).as_posix())


def folders_in(folder: Path) -> Iterator[Path]:
    """The folders directly in `folder`, by name; none where it does not exist."""
    if folder.is_dir():
        for path in sorted(folder.iterdir(), key=lambda path: path.name):
            if path.is_dir() and not _is_by_product(path.relative_to(folder)):
                yield path


def _is_by_product(relative: Path) -> bool:
    return any(part.startswith(".") or part == "__pycache__" for part in relative.parts)


def from_here(file: Path) -> Path:
    """The path as an author would type it: relative where it is below the current folder."""
    here = Path.cwd()
    return file.relative_to(here) if file.is_relative_to(here) else file
