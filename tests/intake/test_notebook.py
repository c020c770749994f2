from __future__ import annotations

import json
from pathlib import Path

import pytest

from grader.errors import IntakeError
from grader.intake import notebook
from grader.intake.notebook import read_cells

FOLDER = Path(__file__).parent / "notebooks"
DOT = "def dot(x, y):\n    return sum(a * b for a, b in zip(x, y))"
READ = {
    "plain": (DOT, "", "z = dot([1], [2])\n"),
    "cell_ids": (DOT,),
    "no_cell_ids_in_4_5": (DOT,),
    "no_metadata": (DOT,),
    "outputs_of_every_kind": ("1 / 0",),
    "crlf_lines": ("a = 1\nb = 2\nc = 3",),
    "nbformat_3_two_worksheets": (DOT, "z = 3"),
    "magics": (
        "%matplotlib inline\nimport numpy as np\n!pip install numpy",
        "%%time\nx = 1",
        "%%bash\nls\nrm x",
        "files = !ls\nnp.dot?\nif x:\n    %cd /tmp\ny = 2",
    ),
    "half_a_surrogate": ("x = 1", "s = '\ufffd'"),
    "no_code_cells": (),
}
REFUSED = {
    "kernel_r": "is a notebook for R, but it must be for Python",
    "kernel_r_without_language": "is a notebook for R, but it must be for Python",
    "kernel_julia_nbformat_3": "is a notebook for Julia, but it must be for Python",
    "nbformat_2": "has nbformat 2, but it must be 3 or 4",
    "source_is_a_number": "cell 1: its source must be text or a list of texts",
    "not_json": "line 2: is not valid JSON, as a notebook must be",
    "json_but_a_list": "is JSON, but not a notebook: it must be an object with cells",
    "json_but_no_notebook": "is JSON, but not a notebook: it has no nbformat",
}


def read(name: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    return read_cells("hw.ipynb", (FOLDER / f"{name}.ipynb").read_bytes())


def test_every_notebook_here_is_in_one_table():
    assert {path.stem for path in FOLDER.glob("*.ipynb")} == READ.keys() | REFUSED.keys()


@pytest.mark.parametrize("name", READ)
def test_code_cells_are_read_in_order(name):
    assert read(name)[0] == READ[name]


@pytest.mark.parametrize("name", REFUSED)
def test_a_refusal_is_one_line_that_names_the_file(name):
    with pytest.raises(IntakeError) as refused:
        read(name)
    text = str(refused.value)
    assert text.startswith("hw.ipynb") and text.endswith(REFUSED[name]) and "\n" not in text


def test_a_cell_with_characters_that_are_not_text_is_told():
    assert read("half_a_surrogate")[1] == (2,)
    assert read("plain")[1] == ()


def test_a_bom_is_no_fault():
    data = b"\xef\xbb\xbf" + (FOLDER / "plain.ipynb").read_bytes()
    assert read_cells("hw.ipynb", data)[0] == READ["plain"]


@pytest.mark.parametrize("mark", [b"[", b'{"cells":'])
def test_deep_json_is_refused(mark):
    with pytest.raises(IntakeError, match="nested too deeply"):
        read_cells("hw.ipynb", mark * 100_000)


def test_a_notebook_in_utf_16_is_refused():
    with pytest.raises(IntakeError, match="UTF-16"):
        read_cells("hw.ipynb", (FOLDER / "plain.ipynb").read_text().encode("utf-16"))


def test_a_large_notebook_is_refused_before_it_is_parsed(monkeypatch):
    monkeypatch.setattr(notebook, "NOTEBOOK_BYTES", 1)
    with pytest.raises(IntakeError, match="is too large"):
        read("not_json")


def test_outputs_may_be_large_but_code_may_not():
    def data(code: str, output: str) -> bytes:
        cell = {"cell_type": "code", "source": code, "outputs": [{"text": output}]}
        return json.dumps({"nbformat": 4, "nbformat_minor": 4, "cells": [cell]}).encode()

    large = "#" * (2**20 + 1)
    assert read_cells("hw.ipynb", data("x = 1", large))[0] == ("x = 1",)
    with pytest.raises(IntakeError, match="its code is too large"):
        read_cells("hw.ipynb", data(large, ""))


@pytest.mark.parametrize("major", [True, "4", 4.0, 5, None, [4]])
def test_an_unknown_format_is_named(major):
    with pytest.raises(IntakeError, match="it must be 3 or 4"):
        read_cells("hw.ipynb", json.dumps({"nbformat": major, "cells": []}).encode())


def test_nothing_is_logged_or_printed(capfd, caplog):
    for name in READ:
        read(name)
    assert capfd.readouterr() == ("", "")
    assert not caplog.records


@pytest.mark.parametrize("major", [3, 4])
def test_a_notebook_may_have_five_thousand_code_cells(major):
    def data(number: int) -> bytes:
        cells = [{"cell_type": "code"}] * number
        tree = {"nbformat": major, "cells": cells, "worksheets": [{"cells": cells}]}
        return json.dumps(tree).encode()

    assert read_cells("hw.ipynb", data(5000))[0] == ("",) * 5000
    with pytest.raises(IntakeError, match="has 5,001 code cells, but may have 5,000 at most"):
        read_cells("hw.ipynb", data(5001))
