"""C and G. What is handed in is no ordinary source: items 51 to 55, 79, 82, 85 to 89.

No ring has a part in it: caps, readers that run nothing, and what pages escape. The readers alone
are tested in tests/intake, the pages in tests/report; here it all goes through the judge.
"""

from __future__ import annotations

import io
import json
import pickle
import stat
import sys
import warnings
import zipfile
from pathlib import Path

import msgspec
import pytest
from rich.console import Console

from grader.errors import IntakeError
from grader.intake import limits
from grader.intake.submission import read_submission
from grader.report.grades import grades_csv
from grader.report.html import page
from grader.report.terminal import show_report

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
from modes import MODES  # tests are no package

RIGHT = """import numpy as np
def softmax(Z, axis=-1):
    E = np.exp(Z - Z.max(axis=axis, keepdims=True))
    return E / E.sum(axis=axis, keepdims=True)
"""
MIB = 2**20
# For what is refused, or costly, whoever runs the sandbox.
ONE_MODE = pytest.mark.parametrize("mode", MODES[:1], ids=str, indirect=True)


def full_marks(report):
    return report.score == report.max_score


LARGE = {
    "51 source of two megabytes": {"big.py": "x = 1\n" * 350_000},
    "53 a notebook of sixty megabytes": {"big.ipynb": b'{"cells": "' + b"x" * (60 * MIB)},
    "55 JSON a hundred thousand deep": {"deep.ipynb": b"[" * 100_000 + b"]" * 100_000},
    "55 objects a hundred thousand deep": {"deep.ipynb": b'{"a":' * 100_000},
    "79 a cookie of no encoding": {"odd.py": b"# -*- coding: klingon -*-\nx = 1\n"},
    "79 a cookie that unpacks": {"odd.py": b"# coding: zlib\nx = 1\n"},
    "79 UTF-16": {"odd.py": "x = 1\n".encode("utf-16")},
    "79 a NUL": {"odd.py": b"x = 1\n\0\n"},
    "86 JSON that is none": {"odd.ipynb": b'{"cells": ['},
    "86 nbformat 2": {"odd.ipynb": b'{"nbformat": 2, "nbformat_minor": 0, "worksheets": []}'},
}


@pytest.mark.parametrize("what", LARGE)
def test_a_file_that_cannot_be_read_is_a_note_and_costs_nothing_else(attack, arena, what):
    ((name, data),) = LARGE[what].items()
    report = attack({name: data, "work.py": RIGHT})
    assert full_marks(report)
    assert any(name in note for note in report.notes), report.notes
    with pytest.raises(IntakeError, match=name):
        arena.submission(data if isinstance(data, bytes) else data.encode(), name=name)


COSTLY = {
    "51 a sum of half a million signs": "x = " + "-" * 500_000 + "1\n",
    "51 brackets in brackets": "x = " + "(" * 400_000 + "\n",
    "51 a hundred thousand names": "".join(f"a{n} = {n}\n" for n in range(70_000)),
    "50 an integer of a million digits": f"x = {'9' * 900_000}\n",
}


@ONE_MODE
@pytest.mark.parametrize("what", COSTLY)
def test_source_that_is_costly_to_compile_costs_the_child(attack, what):
    report = attack({"costly.py": COSTLY[what]}, explain=False)
    assert report.score == 0


def test_53_outputs_of_a_notebook_are_dropped(attack):
    output = {"output_type": "stream", "name": "stdout", "text": "x" * (8 * MIB)}
    cell = {"cell_type": "code", "metadata": {}, "outputs": [output], "execution_count": 1}
    cells = [cell | {"source": RIGHT}]
    notebook = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 4}
    assert full_marks(attack({"work.ipynb": json.dumps(notebook).encode()}))


def test_54_yaml_pickle_and_npz_are_never_loaded(attack, tmp_path):
    class Trap:
        def __reduce__(self):
            return (open, (str(tmp_path / "sprung"), "w"))

    data = pickle.dumps(Trap())
    files = dict.fromkeys(("work.pkl", "data.npy", "data.npz", "work.pickle"), data)
    files["work.yaml"] = f"!!python/object/apply:open [{str(tmp_path / 'sprung')!r}, w]\n"
    assert full_marks(attack(files | {"work.py": RIGHT}))
    assert not (tmp_path / "sprung").exists()
    pickle.loads(data).close()  # the trap is one
    assert (tmp_path / "sprung").exists()


def test_82_showing_a_plot_does_nothing(attack):
    # Where there is no such library, its import costs that line alone.
    lines = "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()\n"
    report = attack(lines + RIGHT)
    assert full_marks(report)
    assert all("matplotlib" in note or "`plt" in note for note in report.notes)


def test_85_magics_and_commands_are_dropped_with_a_note(attack, tmp_path):
    cells = [
        f"%matplotlib inline\n!touch {tmp_path / 'ran'}\nx = !ls\n%cd /",
        f"%%bash\ntouch {tmp_path / 'ran'}",
        RIGHT,
    ]
    report = attack({"work.ipynb": cells})
    assert full_marks(report)
    assert any("!touch" in note for note in report.notes)
    assert not (tmp_path / "ran").exists()


def test_86_a_notebook_of_an_old_form_is_converted(attack):
    cell = {"cell_type": "code", "language": "python", "input": RIGHT, "outputs": []}
    sheet = {"cells": [cell], "metadata": {}}
    old = {"worksheets": [sheet], "metadata": {}, "nbformat": 3, "nbformat_minor": 0}
    assert full_marks(attack({"work.ipynb": json.dumps(old).encode()}))


def packed(tmp_path, *entries):
    path = tmp_path / "work.zip"
    with warnings.catch_warnings(), zipfile.ZipFile(path, "w", 8) as target:
        warnings.simplefilter("ignore")  # a name that is there twice
        for name, data in entries:
            target.writestr(name, data)
    return path


def special(mode):
    info = zipfile.ZipInfo("work.py")
    info.external_attr = (mode | 0o644) << 16
    return info


ZIPS = {
    "87 a way out": [("../work.py", RIGHT)],
    "87 a way out below": [("a/../../work.py", RIGHT)],
    "87 a name from the root": [("/work.py", RIGHT)],
    "87 a drive": [("C:\\work.py", RIGHT)],
    "87 a link": [(special(stat.S_IFLNK), "/etc/passwd")],
    "87 a device": [(special(stat.S_IFBLK), RIGHT)],
    "87 a pipe": [(special(stat.S_IFIFO), RIGHT)],
    "87 one name twice": [("work.py", RIGHT), ("work.py", "x = 1")],
    "52 a bomb in one file": [("work.py", b"\n" * (80 * MIB))],
    "52 a bomb of many files": [(f"{n}.py", b"#" * MIB) for n in range(66)],
}


@ONE_MODE
@pytest.mark.parametrize("what", ZIPS)
def test_a_zip_with_what_no_student_packs_is_refused(arena, tmp_path, what):
    path = packed(tmp_path, *ZIPS[what])
    assert path.stat().st_size < MIB
    with pytest.raises(IntakeError) as refused:
        read_submission(path)
    assert "\n" not in str(refused.value)
    assert sorted(tmp_path.iterdir()) == [path]
    arena.assert_neighbour_unharmed()


def test_52_an_honest_zip_is_graded_and_a_bomb_is_not_unpacked_past_its_cap(
    arena, tmp_path, monkeypatch
):
    honest = read_submission(packed(tmp_path, ("hw/work.py", RIGHT)))
    assert full_marks(arena.judge.grade(honest, ["softmax"]))
    read = []
    real = zipfile.ZipExtFile.read

    def counted(self, *args):
        read.append(len(data := real(self, *args)))
        return data

    monkeypatch.setattr(zipfile.ZipExtFile, "read", counted)
    with pytest.raises(IntakeError):
        read_submission(packed(tmp_path, ("work.py", b"\n" * (80 * MIB))))
    assert 0 < sum(read) <= limits.SOURCE_BYTES + MIB


NAMES = {
    "88 composed from two": "re\u0301sume\u0301.py",
    "88 right to left": "\u202eyp.work.py",
    "88 very long": "x" * 200 + ".py",
    "88 ends a line": "a\nb.py",
    "89 markup": "<script>alert(1)</script>.py".replace("/", "\u2215"),
    "89 colours": "\x1b[31mred.py",
    "89 a formula": "=1+1.py",
}


@pytest.mark.parametrize("what", NAMES)
def test_a_name_of_a_file_is_shown_as_text(attack, what):
    # The fault puts the name on the page, as a note.
    report = attack({NAMES[what]: RIGHT + "\n1 / 0\n"})
    assert full_marks(report)
    assert any("ZeroDivisionError" in note for note in report.notes)
    assert_harmless(report)


HOSTILE = "<img src=x onerror=alert(1)>\x1b[2J\u202e</td>=cmd()|'/C calc'!A0"


@pytest.mark.parametrize(
    "body",
    [
        "raise ValueError(TEXT)",
        "raise type(TEXT, (ValueError,), {})()",
        "return TEXT",
        "return [TEXT]",
        "return {TEXT: TEXT}",
        "return type(TEXT, (), {})()",
    ],
)
def test_89_markup_colours_and_formulas_in_what_comes_back_are_escaped(attack, body):
    report = attack(f"TEXT = {HOSTILE!r}\ndef softmax(Z, axis=-1):\n    {body}\n")
    assert report.score == 0
    assert_harmless(report)


def test_89_markup_colours_and_formulas_in_the_name_of_a_student_are_escaped(arena):
    student = f"=1+1{HOSTILE}"
    work = msgspec.structs.replace(arena.submission(RIGHT), student=student)
    report = arena.judge.grade(work, ["softmax"])
    assert_harmless(report)
    assert "\n'=1+1" in grades_csv([report])


def assert_harmless(report):
    """No tag, no control character but the ends of lines, nothing that turns the text around."""
    sink = io.StringIO()
    show_report(report, Console(file=sink, width=300))
    html, text = page(report), sink.getvalue()
    assert "<img" not in html and "<script>alert" not in html
    for shown in (html, text):
        assert not {c for c in shown if (ord(c) < 32 and c not in "\n\t") or c in "\x7f\x9b\u202e"}
