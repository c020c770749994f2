"""Whatever the bytes, only IntakeError may come out; warnings are errors here."""

from __future__ import annotations

import encodings.aliases
import io
import json
import tempfile
import unicodedata
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from grader.errors import IntakeError
from grader.intake import read_submission
from grader.intake.decode import decode
from grader.intake.magics import drop_magics
from grader.intake.notebook import read_cells

NOTEBOOKS = sorted((Path(__file__).parent / "notebooks").glob("*.ipynb"))
CODECS = sorted({*encodings.aliases.aliases, *encodings.aliases.aliases.values(), "idna", "palmos"})
PIECES = [
    "%",
    "%%",
    "!",
    "?",
    "=",
    "\\",
    "\n",
    "'",
    '"""',
    "'''",
    "(",
    ")",
    "#",
    "  ",
    "x",
    "time ",
]

# The first example pays for importing nbformat, and a loaded machine is no fault.
UNHURRIED = settings(deadline=None)


@st.composite
def mutated(draw: st.DrawFn, seeds: st.SearchStrategy[bytes]) -> bytes:
    """A valid file with a few bytes changed, or with its end cut off."""
    data = bytearray(draw(seeds))
    for _ in range(draw(st.integers(1, 6))):
        data[draw(st.integers(0, len(data) - 1))] = draw(st.integers(0, 255))
    return bytes(data[: draw(st.none() | st.integers(0, len(data)))])


def a_zip(method: int) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        archive.writestr("hw/a.py", "def dot(x, y):\n    return 0\n" * 5)
        archive.writestr("hw/b.ipynb", NOTEBOOKS[0].read_bytes())
        archive.writestr("é/c.csv", "1")
    return target.getvalue()


@UNHURRIED
@given(st.binary() | st.text().map(str.encode))
def test_decode_gives_unix_text_or_a_refusal(data):
    with suppress(IntakeError):
        text = decode("a.py", data)
        assert "\r" not in text and "\0" not in text
        text.encode()


@UNHURRIED
@given(st.sampled_from(CODECS), st.binary())
def test_no_encoding_can_break_decode(codec, data):
    with suppress(IntakeError):
        text = decode("a.py", b"# coding: " + codec.encode() + b"\n" + data)
        assert text.startswith(f"# coding: {codec}\n") or not text.isascii()
        text.encode()


@UNHURRIED
@given(st.text() | st.lists(st.sampled_from(PIECES)).map("".join), st.booleans())
def test_dropping_magics_keeps_the_number_of_lines_and_every_other_line(text, cell):
    kept, dropped = drop_magics(text, cell=cell)
    before, after = text.split("\n"), kept.split("\n")
    assert len(before) == len(after)
    changed = [new for old, new in zip(before, after, strict=True) if old != new]
    assert dropped or not changed
    assert all(new.strip() in ("", "pass") or "%time" in text for new in changed)
    noted = "".join(map(str, dropped))
    assert not {unicodedata.category(c) for c in noted} & {"Cc", "Cs", "Zl", "Zp"}


@UNHURRIED
@given(st.binary() | mutated(st.sampled_from(NOTEBOOKS).map(Path.read_bytes)))
def test_a_notebook_of_any_bytes_is_read_or_refused(data):
    with suppress(IntakeError):
        for cell in read_cells("a.ipynb", data)[0]:
            cell.encode()


_LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
_KEYS = st.sampled_from(["cells", "worksheets", "source", "input", "cell_type", "metadata"])
_TREES = st.recursive(
    _LEAVES | st.just("code"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=4),
)


@UNHURRIED
@given(st.sampled_from([3, 4]), _TREES, _TREES)
def test_a_notebook_of_any_json_is_read_or_refused(major: int, cells: Any, metadata: Any):
    tree = {"nbformat": major, "cells": cells, "metadata": metadata, "worksheets": [cells]}
    with suppress(IntakeError):
        read_cells("a.ipynb", json.dumps(tree).encode())


@UNHURRIED
@given(st.binary() | mutated(st.sampled_from([a_zip(0), a_zip(8), a_zip(12), a_zip(14)])))
def test_a_zip_of_any_bytes_is_read_or_refused(data):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.zip"
        path.write_bytes(data)
        with suppress(IntakeError):
            assert read_submission(path).files
