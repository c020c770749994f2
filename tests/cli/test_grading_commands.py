"""`grade`, `check`, `batch` and `lint` as a user runs them, in a process of their own."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from grader.bank.schema import schema

BASE = Path(__file__).parents[1] / "bank" / "base"
RIGHT = "def add_up(numbers, start=0.0):\n    return start + sum(numbers)\n"
WRONG = "def add_up(numbers, start=0.0):\n    return start + len(numbers)\n"


@pytest.fixture
def here(tmp_path):
    shutil.copytree(BASE, tmp_path / "course", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path / "course"


def grader(here: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "grader", *arguments]
    return subprocess.run(command, cwd=here, capture_output=True, text=True, timeout=120)


def test_grade_shows_the_score(here):
    (here / "ada.py").write_text(RIGHT)
    done = grader(here, "grade", "ada.py")
    assert done.returncode == 0
    assert "Score: 5 of 5 points" in done.stdout


def test_grade_writes_json_that_is_valid_and_nothing_else_to_stdout(here):
    (here / "ada.py").write_text(WRONG)
    done = grader(here, "grade", "ada.py", "--assignment", "week1", "--json", "-")
    report = json.loads(done.stdout)
    jsonschema.validate(report, schema("report"))
    assert report["score"] == 4
    assert report["max_score"] == 9
    assert list(report)[:2] == ["schema", "assignment"]


def test_grade_writes_a_page(here):
    (here / "ada.py").write_text(WRONG)
    grader(here, "grade", "ada.py", "--html", "ada.html")
    page = (here / "ada.html").read_text()
    assert "Numbers below zero" in page
    assert "<script" not in page


def test_check_runs_public_checks_only_and_exits_1_if_one_fails(here):
    shutil.rmtree(here / "solutions")
    (here / "ada.py").write_text(RIGHT)
    done = grader(here, "check", "ada.py")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No numbers at all" in done.stdout
    assert "Numbers below zero" not in done.stdout
    (here / "ada.py").write_text(WRONG)
    assert grader(here, "check", "ada.py").returncode == 1


def test_check_of_the_folder_one_stands_in_needs_no_path(here):
    work = here / "work"
    work.mkdir()
    (work / "sums.py").write_text(RIGHT)
    assert grader(work, "check").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["grade", "nobody.py"], "nobody.py"),
        (["grade", "ada.py", "--assignment", "week9"], "assignment 'week9' is not in course.yaml"),
        (["grade", "ada.py", "--problem", "ad_up"], "did you mean 'add_up'?"),
        (["grade", "ada.py", "--submitted", "noon"], "--submitted: 'noon' must be a time"),
        (["grade", "empty.py"], "no function of the course's problems is defined here"),
        (["check", "nobody.py"], "nobody.py"),
        (["batch", "nowhere", "--assignment", "week1", "--out", "out"], "nowhere"),
        (["batch", ".", "--assignment", "week9", "--out", "out"], "assignment 'week9' is not"),
        (["lint", "ad_up"], "did you mean 'add_up'?"),
    ],
)
def test_bad_input_is_one_clear_line_and_exit_2(here, arguments, words):
    (here / "ada.py").write_text(RIGHT)
    (here / "empty.py").write_text("x = 1\n")
    done = grader(here, *arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_without_solutions_nothing_is_graded(here):
    shutil.rmtree(here / "solutions")
    (here / "ada.py").write_text(RIGHT)
    done = grader(here, "grade", "ada.py")
    assert done.returncode == 2
    assert "the solutions are not here" in done.stderr


def test_batch_writes_where_it_is_told_and_says_where(here):
    inbox = here / "inbox"
    inbox.mkdir()
    (inbox / "ada.py").write_text(RIGHT)
    done = grader(here, "batch", "inbox", "--assignment", "week1", "--out", "out")
    assert done.returncode == 0, done.stderr
    assert "1 submissions: 1 graded, 0 unchanged" in done.stdout
    assert "out/index.html" in done.stdout
    again = grader(here, "batch", "inbox", "--assignment", "week1", "--out", "out")
    assert "0 graded, 1 unchanged" in again.stdout


def test_lint_says_what_is_proven_and_exits_1_on_a_fault(here):
    done = grader(here, "lint", "--seeds", "2")
    assert done.returncode == 0, done.stdout
    assert "add_up: proven over 2 draws" in done.stdout
    mistake = here / "solutions" / "sums" / "add_up" / "mistakes" / "adds_sizes.py"
    mistake.write_text(RIGHT)
    done = grader(here, "lint", "--seeds", "2")
    assert done.returncode == 1
    assert "key.yaml:6: mistake 'adds_sizes' fails nothing" in done.stdout
    (here / "course.yaml").write_text("title: 3\nunit: []\n")
    done = grader(here, "lint")
    assert done.returncode == 1
    assert "course.yaml:" in done.stdout
