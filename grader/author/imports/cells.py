"""All cells of a notebook with their metadata, for authors' notebooks of format 4."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

from grader.errors import IntakeError
from grader.intake.decode import decode_utf8
from grader.intake.notebook import read_cells


@dataclass(frozen=True)
class Cell:
    """A cell: its number from 1 among all cells, its kind, its text, and what a test showed."""

    number: int
    kind: str
    text: str
    metadata: dict[str, Any]
    shown: str = ""

    @property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    def with_text(self, text: str) -> Cell:
        return replace(self, text=text)


@dataclass(frozen=True)
class Notebook:
    """A notebook under its name."""

    name: str
    cells: tuple[Cell, ...]
    metadata: dict[str, Any]

    def place(self, cell: Cell) -> str:
        return f"{self.name}, cell {cell.number}"


def read_notebook(name: str, data: bytes) -> Notebook:
    """The notebook in these bytes. IntakeError (one line) where it is none, or none for Python."""
    read_cells(name, data)  # the checks of a submission: size, JSON, format, language
    tree = json.loads(decode_utf8(name, data))
    if tree["nbformat"] != 4:
        raise IntakeError(f"{name}: has nbformat {tree['nbformat']}; save it with a newer Jupyter")
    cells = tuple(_cell(name, number, cell) for number, cell in enumerate(tree["cells"], 1))
    metadata = tree.get("metadata")
    return Notebook(name, cells, metadata if isinstance(metadata, dict) else {})


def _cell(name: str, number: int, cell: dict[str, Any]) -> Cell:
    kind, metadata = cell.get("cell_type"), cell.get("metadata", {})
    if kind not in ("code", "markdown", "raw"):
        raise IntakeError(f"{name}, cell {number}: its cell_type must be code, markdown or raw")
    if not isinstance(metadata, dict):
        raise IntakeError(f"{name}, cell {number}: its metadata must be an object")
    text = _joined(cell.get("source", ""))
    if text is None:
        raise IntakeError(f"{name}, cell {number}: its source must be text or a list of texts")
    return Cell(number, kind, text, metadata, _shown(cell) if kind == "code" else "")


def _shown(cell: dict[str, Any]) -> str:
    """What stands below a code cell, as otter reads it: printed text and the value's repr."""
    outputs = cell.get("outputs", [])
    found: list[str] = []
    for output in outputs if isinstance(outputs, list) else []:
        if isinstance(output, dict):
            data = output.get("data", {})
            plain = data.get("text/plain", "") if isinstance(data, dict) else ""
            found += [_joined(output.get("text", "")) or "", _joined(plain) or ""]
    return "".join(found)


def _joined(value: Any) -> str | None:
    lines = value if isinstance(value, list) else [value]
    if not all(isinstance(line, str) for line in lines):
        return None
    # JSON can say halves of surrogate pairs, which no file can hold.
    text = "".join(lines).encode("utf-8", "replace").decode()
    return text.replace("\r\n", "\n").replace("\r", "\n")
