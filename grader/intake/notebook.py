"""The code cells of a Jupyter notebook of format 3 or 4; outputs and other cells are not read."""

from __future__ import annotations

import re
import warnings
from typing import Any

from grader.errors import IntakeError
from grader.intake.decode import decode_utf8
from grader.intake.limits import CELLS, MIB, NOTEBOOK_BYTES, SOURCE_BYTES
from grader.intake.names import shorten

_FORMATS = (3, 4)
_SOURCE = {3: "input", 4: "source"}
# Kernels that name no language in older notebooks.
_KERNEL_LANGUAGES = {"ir": "R", "octave": "Octave"}
# JSON can say what no source text may hold: NUL, and halves of surrogate pairs.
_NOT_TEXT = re.compile("[\0\ud800-\udfff]")


def read_cells(name: str, data: bytes) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The source of every code cell in order, empty ones too, and the cells that were mended.

    A mended cell (counted from 1) held NUL or half a surrogate pair, now U+FFFD. Raises
    IntakeError for what is no notebook, is too large, or belongs to another language than Python.
    """
    if len(data) > NOTEBOOK_BYTES:
        most = NOTEBOOK_BYTES // MIB
        raise IntakeError(f"{name}: is too large; a notebook may have {most} MiB at most")
    tree = _parsed(name, decode_utf8(name, data))
    major = _format(name, tree)
    _refuse_other_languages(name, tree)
    cells = [_unix(text) for text in _converted(_pruned(name, tree, major), major)]
    if sum(map(len, cells)) > SOURCE_BYTES:
        most = SOURCE_BYTES // MIB
        raise IntakeError(f"{name}: its code is too large; it may have {most} MiB at most")
    mended = tuple(number for number, text in enumerate(cells, 1) if _NOT_TEXT.search(text))
    return tuple(_NOT_TEXT.sub("\ufffd", text) for text in cells), mended


def _parsed(name: str, text: str) -> dict[str, Any]:
    from nbformat.reader import NotJSONError, parse_json

    try:
        tree = parse_json(text)  # type: ignore[no-untyped-call]  # nbformat is half typed
    except NotJSONError as error:
        line = getattr(error.__cause__, "lineno", 1)
        raise IntakeError(
            f"{name}, line {line}: is not valid JSON, as a notebook must be"
        ) from error
    except RecursionError as error:
        raise IntakeError(f"{name}: is nested too deeply to be a notebook") from error
    if not isinstance(tree, dict):
        raise IntakeError(f"{name}: is JSON, but not a notebook: it must be an object with cells")
    return tree


def _format(name: str, tree: dict[str, Any]) -> int:
    if "nbformat" not in tree:
        raise IntakeError(f"{name}: is JSON, but not a notebook: it has no nbformat")
    major = tree["nbformat"]
    if type(major) is not int or major not in _FORMATS:
        raise IntakeError(f"{name}: has nbformat {shorten(repr(major))}, but it must be 3 or 4")
    return major


def _refuse_other_languages(name: str, tree: dict[str, Any]) -> None:
    metadata = _object(tree.get("metadata"))
    kernel = _object(metadata.get("kernelspec"))
    said = [
        kernel.get("language"),
        _object(metadata.get("language_info")).get("name"),
        metadata.get("language"),
    ]
    languages = [word for word in said if isinstance(word, str) and word]
    if not languages and isinstance(kernel.get("name"), str):
        languages = [_KERNEL_LANGUAGES.get(kernel["name"].lower(), "python")]
    if languages and not any("python" in word.lower() for word in languages):
        raise IntakeError(
            f"{name}: is a notebook for {shorten(languages[0])}, but it must be for Python"
        )


def _pruned(name: str, tree: dict[str, Any], major: int) -> dict[str, Any]:
    """The same notebook with its code cells only, valid whatever else was missing or wrong."""
    code = [
        _code_cell(name, number, cell, major)
        for number, cell in enumerate(_code_cells(name, tree, major), 1)
    ]
    whole = {"nbformat": major, "nbformat_minor": 0, "metadata": {}}
    if major == 3:
        return {**whole, "worksheets": [{"cells": code, "metadata": {}}]}
    return {**whole, "cells": code}


def _code_cells(name: str, tree: dict[str, Any], major: int) -> list[dict[str, Any]]:
    if major == 3:
        sheets = _objects(name, "worksheets", tree.get("worksheets"))
        cells = [cell for sheet in sheets for cell in _objects(name, "cells", sheet.get("cells"))]
    else:
        cells = _objects(name, "cells", tree.get("cells"))
    code = [cell for cell in cells if cell.get("cell_type") == "code"]
    if len(code) > CELLS:
        raise IntakeError(f"{name}: has {len(code):,} code cells, but may have {CELLS:,} at most")
    return code


def _code_cell(name: str, number: int, cell: dict[str, Any], major: int) -> dict[str, Any]:
    key = _SOURCE[major]
    source = cell.get(key, "")
    lines = source if isinstance(source, list) else [source]
    if not all(isinstance(line, str) for line in lines):
        raise IntakeError(f"{name}, cell {number}: its {key} must be text or a list of texts")
    plain = {"cell_type": "code", "metadata": {}, "outputs": [], key: source}
    if major == 3:
        return {**plain, "language": "python", "collapsed": False}
    return {**plain, "execution_count": None}


def _converted(tree: dict[str, Any], major: int) -> list[str]:
    import nbformat

    with warnings.catch_warnings():
        # Whatever some version of nbformat warns of is no fault of a student's.
        warnings.simplefilter("ignore")
        notebook = nbformat.versions[major].to_notebook_json(tree, minor=0)
        current = nbformat.convert(notebook, 4)  # type: ignore[no-untyped-call]  # likewise
    return [cell.source for cell in current.cells]


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _objects(name: str, key: str, value: Any) -> list[dict[str, Any]]:
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise IntakeError(
            f"{name}: is JSON, but not a notebook: its {key} must be a list of objects"
        )
    return value


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
