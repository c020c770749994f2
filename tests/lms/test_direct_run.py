"""A run in a folder laid out as Gradescope's /autograder: all kinds of work, and our own faults."""

from __future__ import annotations

import html
import io
import json
import shutil
import subprocess
import sys
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest

from grader.errors import GraderError
from grader.export.direct import run as direct_run
from grader.export.direct import setup as direct_setup
from grader.export.direct.run import main, run, work_in
from grader.export.layout import FOLDER
from grader.report.notebook import code_notebook

ADD_UP = b"def add_up(numbers, start=0.0):\n    return start + sum(numbers)\n"
STALE = '{"score": 99}'


def scores(top):
    found = json.loads((top / "results" / "results.json").read_bytes())
    sums = {}
    for test in found["tests"]:
        for name in test.get("tags", []):
            sums[name] = sums.get(name, 0) + test.get("score", 0)
    return sums


def output(top):
    found = json.loads((top / "results" / "results.json").read_bytes())
    return html.unescape(found["output"])


def zip_of(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


FULL = {"add_up": 5, "mean_of": 4}
KINDS = {
    "a script": lambda right: {"work.py": right},
    "a notebook": lambda right: {"work.ipynb": code_notebook([right.decode()]).encode()},
    "several files": lambda right: {"a.py": ADD_UP, "b.py": right.partition(b"\n\n")[2]},
    "a folder and what a computer leaves behind": lambda right: {
        "week 1/work.py": right,
        "__MACOSX/week 1/._work.py": b"\0",
        ".DS_Store": b"\0",
    },
    "a zip that was not unpacked": lambda right: {"work.zip": zip_of({"week1/work.py": right})},
}


@pytest.mark.parametrize("kind", KINDS)
def test_right_work_gets_full_marks_as(kind, autograder, right):
    top = autograder(KINDS[kind](right))
    run(top)
    assert scores(top) == FULL


def test_run_as_gradescope_does_it_prints_who_was_graded_behind_which_rings(autograder, right):
    top = autograder({"work.py": right}, {"users": [{"name": "Ada"}, {"name": "Bea"}]})
    # A module that lies where it runs, and a variable, are both left alone.
    (top / "json.py").write_text("raise SystemExit(9)")
    (top / "submission" / "grader").mkdir()
    command = [sys.executable, "-I", "-m", "grader.export.direct.run", str(top)]
    variables = {"PYTHONPATH": str(top), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(command, cwd=top, env=variables, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0].startswith("Ada, Bea: 9 of 9 points, graded by nabla-grader")
    assert lines[1].startswith("rings that held: ")
    assert scores(top) == FULL
    assert [path.name for path in (top / "results").iterdir()] == ["results.json"]


def test_late_work_loses_its_share_by_the_time_that_gradescope_gives(small, autograder, right):
    when = small.assignment("week1").due + timedelta(days=1, hours=1)
    top = autograder({"work.py": right}, {"created_at": when.isoformat()})
    run(top)
    found = json.loads((top / "results" / "results.json").read_bytes())
    assert found["score"] == pytest.approx(7.2)
    assert scores(top) == FULL


def test_a_link_to_a_solution_is_not_followed(autograder):
    top = autograder({})
    solution = top / "source" / FOLDER / "solutions" / "sums" / "add_up" / "solution.py"
    assert solution.exists()
    (top / "submission" / "work.py").symlink_to(solution)
    run(top)
    assert scores(top) == {"add_up": 0, "mean_of": 0}
    assert "is a symbolic link" in output(top)


def test_a_link_among_other_files_is_a_note_and_earns_nothing(autograder):
    top = autograder({"work.py": ADD_UP})
    secret = top / "source" / FOLDER / "solutions" / "sums"
    (top / "submission" / "mean.py").symlink_to(secret / "mean_of" / "solution.py")
    (top / "submission" / "sums").symlink_to(secret)
    run(top)
    assert scores(top) == {"add_up": 5, "mean_of": 0}
    assert "is a symbolic link and was not followed" in output(top)


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({}, "holds no .py or .ipynb file that can be read"),
        ({"essay.pdf": b"%PDF"}, "holds no .py or .ipynb file that can be read"),
        ({"work.py": "naïve = 1".encode("latin-1")}, "the byte 0xef is not UTF-8"),
        ({"work.zip": b"PK no zip"}, "work.zip: "),
        ({"work.ipynb": b"{"}, "is not valid JSON, as a notebook must be"),
    ],
)
def test_work_that_cannot_be_read_gets_a_result_that_says_why(files, words, autograder):
    top = autograder(files)
    assert main(str(top)) == 0
    assert scores(top) == {"add_up": 0, "mean_of": 0}
    assert words in output(top)


def test_what_is_graded_is_the_one_file_or_the_folder(tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / "__MACOSX").mkdir()
    (tmp_path / "work.py").write_text("")
    assert work_in(tmp_path) == tmp_path / "work.py"
    (tmp_path / "data.csv").write_text("")
    assert work_in(tmp_path) == tmp_path


def test_the_solutions_are_closed_to_other_users(autograder, right):
    top = autograder({"work.py": right})
    (top / "source").chmod(0o755)
    run(top)
    assert (top / "source").stat().st_mode & 0o777 == 0o700


# No silent zero


def breaks_the_bank(top):
    for solution in top.glob(f"source/{FOLDER}/solutions/*/*/solution.py"):
        solution.unlink()


def takes_the_solutions(top):
    shutil.rmtree(top / "source" / FOLDER / "solutions")


def takes_the_bank(top):
    (top / "source" / FOLDER / "course.yaml").unlink()


def says(text):
    return lambda top: (top / "submission_metadata.json").write_text(text)


def forgets_the_metadata(top):
    (top / "submission_metadata.json").unlink()


FAULTS = {
    "a solution is missing": (breaks_the_bank, "solution.py:1: the file is missing"),
    "all solutions are missing": (takes_the_solutions, "the solution is missing"),
    "there is no bank": (takes_the_bank, "course.yaml"),
    "there is no metadata": (forgets_the_metadata, "nobody knows when this was handed in"),
    "the metadata is cut off": (says("{"), "submission_metadata.json: cannot be read"),
    "the metadata is a list": (says("[]"), "holds list; it must be an object"),
    "the time is none": (says('{"created_at": "last night"}'), "created_at is 'last night'"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_ours_is_an_error_and_no_zero_where(name, autograder, right, capsys):
    fault, words = FAULTS[name]
    top = autograder({"work.py": right})
    (top / "results" / "results.json").write_text(STALE)
    fault(top)
    assert main(str(top)) == 1
    assert words in capsys.readouterr().out
    assert list((top / "results").iterdir()) == []


def test_a_judge_that_fails_is_an_error_and_no_zero(autograder, right, monkeypatch, capsys):
    def fails(*arguments):
        raise GraderError("the sandbox does not begin: no reason")

    monkeypatch.setattr(direct_run, "grade_work", fails)
    top = autograder({"work.py": right})
    (top / "results" / "results.json").write_text(STALE)
    assert main(str(top)) == 1
    assert "the sandbox does not begin" in capsys.readouterr().out
    assert list((top / "results").iterdir()) == []


def test_a_bug_of_ours_is_an_error_and_no_zero(autograder, right, monkeypatch):
    def fails(*arguments):
        raise ZeroDivisionError

    monkeypatch.setattr(direct_run, "results_of", fails)
    top = autograder({"work.py": right})
    (top / "results" / "results.json").write_text(STALE)
    with pytest.raises(ZeroDivisionError):
        main(str(top))
    assert list((top / "results").iterdir()) == []


# The proof at the end of setup.sh


def test_an_image_is_proved_by_a_reference_and_a_mistake(autograder):
    top = autograder({})
    said = direct_setup.prove(top / "source" / FOLDER)
    assert said == "reference.py gets 9 of 9 points, mistakes_1.ipynb gets 7 of 9 points"


def test_an_image_that_grades_wrongly_is_not_built(autograder, capsys, monkeypatch):
    monkeypatch.setattr(direct_setup, "open_python_to_others", lambda: None)
    folder = autograder({}) / "source" / FOLDER
    [solution] = folder.glob("solutions/*/mean_of/solution.py")
    right = solution.read_text()
    solution.write_text("def mean_of(numbers):\n    return 0.0\n")
    assert main_of_setup(folder) == 1
    assert "reference.py gets" in capsys.readouterr().err
    solution.write_text(right)
    for file in folder.glob("solutions/*/*/mistakes/*.py"):
        file.write_text((file.parents[1] / "solution.py").read_text())
    assert main_of_setup(folder) == 1
    assert "mistakes_1.ipynb gets 9 of 9 points here, which must not be all" in (
        capsys.readouterr().err
    )


def main_of_setup(folder: Path) -> int:
    return direct_setup.main(str(folder))
