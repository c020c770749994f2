from __future__ import annotations

from pathlib import Path

import pytest

from grader.errors import IntakeError
from grader.intake import Entry, read_inbox


def fill(folder: Path, *names: str) -> Path:
    for name in names:
        if name.endswith("/"):
            (folder / name).mkdir()
        else:
            (folder / name).touch()
    return folder


def students(folder: Path) -> list[str]:
    return [entry.student for entry in read_inbox(folder)]


def test_every_file_and_folder_is_one_student(tmp_path):
    fill(tmp_path, "cy.zip", "ada.py", "bo.ipynb", "di/", "EVE.PY")
    fill(tmp_path, "grades.csv", ".DS_Store", ".git/", "__MACOSX/", ".fay.py")
    assert read_inbox(tmp_path) == (
        Entry("EVE", tmp_path / "EVE.PY"),
        Entry("ada", tmp_path / "ada.py"),
        Entry("bo", tmp_path / "bo.ipynb"),
        Entry("cy", tmp_path / "cy.zip"),
        Entry("di", tmp_path / "di"),
    )


def test_equal_stems_are_told_apart_by_full_names(tmp_path):
    fill(tmp_path, "ada.py", "ada.ipynb", "bo/", "bo.py", "cy.v2.py", "cy.py")
    assert students(tmp_path) == ["ada.ipynb", "ada.py", "bo", "bo.py", "cy", "cy.v2"]


def test_no_two_students_have_one_name(tmp_path):
    fill(tmp_path, "ada.py", "ada.ipynb", "ada.py.zip")
    fill(tmp_path, "bo\u202e.py", "bo.py", "bo\u202d.py", "bo.py (2).zip")
    assert students(tmp_path) == [
        *("ada.ipynb", "ada.py", "ada.py.zip"),
        *("bo.py", "bo.py (2)", "bo.py (3)", "bo.py (4)"),
    ]


@pytest.mark.parametrize("name", ["gone", "file.txt"])
def test_what_is_no_folder_is_refused(tmp_path, name):
    fill(tmp_path, "file.txt")
    with pytest.raises(IntakeError, match="cannot be opened as an inbox: no"):
        read_inbox(tmp_path / name)


def test_an_inbox_without_submissions_is_refused(tmp_path):
    with pytest.raises(IntakeError, match="is an inbox without submissions"):
        read_inbox(fill(tmp_path, "readme.txt"))
