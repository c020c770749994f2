from __future__ import annotations

import json
import os
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from grader.errors import IntakeError
from grader.intake import folder, read_submission
from grader.model import Chunk, SourceFile

DOT = "def dot(x, y):\n    return 0\n"
NOTEBOOKS = Path(__file__).parent / "notebooks"


def notebook(*cells: str) -> str:
    code = [{"cell_type": "code", "source": cell} for cell in cells]
    return json.dumps({"nbformat": 4, "nbformat_minor": 4, "cells": code})


def write(root: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def zipped(path: Path, files: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def test_a_py_is_one_chunk(tmp_path):
    write(tmp_path, {"ada.py": "\ufeff" + DOT.replace("\n", "\r\n")})
    when = datetime(2026, 12, 6, tzinfo=UTC)
    got = read_submission(tmp_path / "ada.py", submitted=when)
    assert got.files == (SourceFile("ada.py", (Chunk(DOT),)),)
    assert (got.student, got.notes, got.submitted) == ("ada", (), when)
    assert got.digest.startswith("sha256:") and len(got.digest) == 71


def test_a_notebook_is_one_chunk_a_code_cell_and_tells_what_was_left_out():
    got = read_submission(NOTEBOOKS / "magics.ipynb")
    [file] = got.files
    assert [chunk.cell for chunk in file.chunks] == [1, 2, 3, 4]
    assert [chunk.text for chunk in file.chunks] == [
        "\nimport numpy as np\n",
        "\nx = 1",
        "\n\n",
        "\n\nif x:\n    pass\ny = 2",
    ]
    assert got.notes[0] == 'magics.ipynb, cell 1, line 1: "%matplotlib inline" was left out'
    assert got.notes[3] == (
        'magics.ipynb, cell 3, line 1: "%%bash" and the rest of its cell were left out'
    )
    assert len(got.notes) == 7


def test_empty_cells_keep_their_number(tmp_path):
    write(tmp_path, {"a.ipynb": notebook("", "x = 1", "", "y = 2")})
    [file] = read_submission(tmp_path / "a.ipynb").files
    assert file.chunks == (Chunk("", 1), Chunk("x = 1", 2), Chunk("", 3), Chunk("y = 2", 4))


def test_a_character_that_is_not_text_is_noted():
    assert read_submission(NOTEBOOKS / "half_a_surrogate.ipynb").notes == (
        "half_a_surrogate.ipynb, cell 2: a character that is not text was replaced",
    )


def test_a_folder_gives_its_sources_sorted_by_name_and_nothing_else(tmp_path):
    write(
        tmp_path / "ada",
        {
            "b.py": DOT,
            "a.ipynb": notebook(DOT),
            "Part/C.PY": DOT,
            "report.pdf": b"%PDF\0",
            ".hidden.py": DOT,
            ".ipynb_checkpoints/a.ipynb": notebook("old"),
            "__pycache__/b.py": DOT,
            "__MACOSX/._b.py": b"\0",
            "env/pyvenv.cfg": "",
            "env/lib/x.py": DOT,
            "venv/y.py": DOT,
            ".git/hook.py": DOT,
        },
    )
    got = read_submission(tmp_path / "ada")
    assert [file.name for file in got.files] == ["Part/C.PY", "a.ipynb", "b.py"]
    assert (got.student, got.notes) == ("ada", ())


def test_one_unreadable_file_is_a_note_and_the_rest_counts(tmp_path):
    write(tmp_path / "ada", {"a.py": b"x\n\xff", "b.py": DOT, "c.ipynb": "{", "d.zip": b""})
    got = read_submission(tmp_path / "ada")
    assert [file.name for file in got.files] == ["b.py"]
    assert got.notes == (
        "a.py, line 2: the byte 0xff is not UTF-8; save the file as UTF-8",
        "c.ipynb, line 1: is not valid JSON, as a notebook must be",
        "d.zip: a zip inside the submission is not opened",
    )


def test_where_nothing_can_be_read_the_first_reason_is_told(tmp_path):
    write(tmp_path / "ada", {"a.py": b"\xff", "b.txt": b"x"})
    with pytest.raises(IntakeError) as refused:
        read_submission(tmp_path / "ada")
    assert str(refused.value) == (
        "ada: holds no .py or .ipynb file that can be read; "
        "a.py, line 1: the byte 0xff is not UTF-8; save the file as UTF-8"
    )
    (tmp_path / "bo").mkdir()
    with pytest.raises(IntakeError, match=r"^bo: holds no .py or .ipynb file that can be read$"):
        read_submission(tmp_path / "bo")


@pytest.mark.parametrize(
    ("name", "text"),
    [("hw.txt", "must be a .py, an .ipynb, a .zip or a folder, not .txt"), ("gone.py", "no such")],
)
def test_what_is_no_submission_is_refused(tmp_path, name, text):
    (tmp_path / "hw.txt").write_text("x")
    with pytest.raises(IntakeError, match=text):
        read_submission(tmp_path / name)


def test_a_path_that_no_system_accepts_is_refused():
    for path in ("a\0.py", "x" * 5000 + ".py"):
        with pytest.raises(IntakeError, match="no such file"):
            read_submission(Path(path))


def test_renaming_a_single_file_keeps_the_digest_but_not_its_kind(tmp_path):
    same = notebook("x = 1")
    write(tmp_path, {"a.py": same, "b.py": same, "a.ipynb": same, "c.py": same + " "})
    digests = [
        read_submission(tmp_path / name).digest for name in ("a.py", "b.py", "a.ipynb", "c.py")
    ]
    assert digests[0] == digests[1]
    assert len(set(digests)) == 3
    assert read_submission(zipped(tmp_path / "z.zip", {"a.py": same})).digest == digests[0]


def test_a_zip_and_a_folder_with_the_same_content_are_the_same_submission(tmp_path):
    files = {"one.py": DOT, "parts/two.py": "x = 1", "parts/bad.py": b"\xff", "data.csv": "1"}
    top = {f"hw 1/{name}": content for name, content in reversed(files.items())}
    got = [
        read_submission(write(tmp_path / "hw 1", files), "ada"),
        read_submission(zipped(tmp_path / "flat.zip", files), "ada"),
        read_submission(zipped(tmp_path / "top.zip", top), "ada"),
        read_submission(write(tmp_path / "outer", top), "ada"),
    ]
    assert got[0] == got[1] == got[2] == got[3]
    assert [file.name for file in got[0].files] == ["one.py", "parts/two.py"]


def test_the_digest_tells_which_name_holds_what(tmp_path):
    one = read_submission(write(tmp_path / "one", {"a.py": "x", "b.py": "y"}))
    other = read_submission(write(tmp_path / "other", {"a.py": "y", "b.py": "x"}))
    assert one.digest != other.digest


def test_the_student_is_normalised_and_cleaned(tmp_path):
    write(tmp_path, {"Zoe\u0301 \u202egnp\x07.py": DOT, "\u202e.py": DOT})
    assert read_submission(tmp_path / "Zoe\u0301 \u202egnp\x07.py").student == "Zo\u00e9 gnp"
    assert read_submission(tmp_path / "\u202e.py").student == "unnamed"
    assert read_submission(tmp_path / "\u202e.py", "B\x1bo").student == "Bo"


def test_names_that_could_confuse_a_terminal_are_shown_as_escapes(tmp_path):
    write(tmp_path / "ada", {"e\u0301\u202e\n.py": b"\xff", "b.py": DOT})
    [note] = read_submission(tmp_path / "ada").notes
    assert note.startswith("é\\u202e\\n.py, line 1")


def test_a_name_that_is_not_unicode_can_still_be_reported(tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff.py"))
    path.write_text(DOT)
    got = read_submission(path)
    assert got.student == "a"
    assert got.files[0].name.encode() == b"a\\udcff.py"


def test_links_are_not_followed(tmp_path):
    secret = write(tmp_path / "solutions", {"key.py": DOT})
    ada = write(tmp_path / "ada", {"b.py": DOT})
    (ada / "a.py").symlink_to(secret / "key.py")
    (ada / "dir").symlink_to(secret)
    got = read_submission(ada)
    assert [file.name for file in got.files] == ["b.py"]
    assert got.notes == (
        "a.py: is a symbolic link and was not followed",
        "dir: is a symbolic link and was not followed",
    )
    for path in (ada / "a.py", ada / "dir"):
        with pytest.raises(IntakeError, match="is a symbolic link; give the file"):
            read_submission(path)


def test_pipes_are_never_opened(tmp_path):
    ada = write(tmp_path / "ada", {"b.py": DOT})
    os.mkfifo(ada / "a.py")
    assert read_submission(ada).notes == ("a.py: is not a regular file and was not opened",)
    with pytest.raises(IntakeError, match=r"^a.py: is not a regular file$"):
        read_submission(ada / "a.py")


def test_a_folder_may_hold_only_so_many_entries(tmp_path, monkeypatch):
    monkeypatch.setattr(folder, "ENTRIES", 3)
    ada = write(tmp_path / "ada", {"a.py": "", "b.csv": "", "sub/c.py": ""})
    with pytest.raises(IntakeError, match="ada: holds more than 3 files and folders"):
        read_submission(ada)
    (ada / "b.csv").unlink()
    assert len(read_submission(ada).files) == 2


def test_a_folder_may_hold_only_so_much(tmp_path, monkeypatch):
    monkeypatch.setattr(folder, "TOTAL_BYTES", 2**20)
    ada = write(tmp_path / "ada", {"a.py": "#" * 2**19, "b.py": "#" * 2**19, "c.csv": "x" * 99})
    assert len(read_submission(ada).files) == 2
    write(ada, {"d.py": "#"})
    with pytest.raises(IntakeError, match="ada: holds more than 1 MiB of source files"):
        read_submission(ada)


def test_a_closed_folder_is_a_note(tmp_path, monkeypatch):
    ada = write(tmp_path / "ada", {"b.py": DOT, "sub/c.py": DOT})
    scandir = os.scandir

    def closed(path):
        if Path(path).name == "sub":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    assert read_submission(ada).notes == ("sub: cannot be opened: permission denied",)


def test_many_notes_on_one_file_are_cut(tmp_path):
    write(tmp_path, {"a.py": "%x\n" * 1500})
    notes = read_submission(tmp_path / "a.py").notes
    assert len(notes) == 21
    assert notes[-1] == "a.py: 1,480 more notes of this kind are not shown"
