"""A class of which everybody has other values."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

from grader.bank.load import load_bank
from grader.bank.variants import problem_for, text_of
from grader.batch.run import grade_class
from grader.model import Report

VARIANTS = Path(__file__).parents[1] / "bank" / "variants"
STUDENTS = ("ada", "bob", "cleo")


@pytest.fixture
def course(tmp_path, monkeypatch):
    monkeypatch.delenv("GRADER_SOLUTIONS", raising=False)
    monkeypatch.delenv("GRADER_SALT", raising=False)
    return Path(shutil.copytree(VARIANTS, tmp_path / "course"))


@pytest.fixture
def inbox(course, tmp_path):
    """Three right submissions, and dora, who handed in ada's byte for byte."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    for student in STUDENTS:
        (folder / f"{student}.py").write_text(solution(course, student))
    shutil.copy(folder / "ada.py", folder / "dora.py")
    return folder


def solution(course, student):
    problem = problem_for(load_bank(course), "power_rule", student)
    square = "\n\ndef square(x):\n    return x * x\n"
    return text_of(problem, problem.secret / "solution.py") + square


def run(course, inbox, out, **options):
    return grade_class(load_bank(course), inbox, "slopes", out, jobs=1, **options)


def scores(out):
    rows = csv.DictReader((out / "grades.csv").read_text().splitlines())
    return {row["student"]: float(row["score"]) for row in rows}


def test_a_copy_of_a_neighbours_file_is_graded_with_the_own_values(course, inbox, tmp_path):
    bank = load_bank(course)
    ada, dora = (problem_for(bank, "power_rule", name).values for name in ("ada", "dora"))
    assert ada != dora
    out = tmp_path / "out"
    run(course, inbox, out)
    found = scores(out)
    assert {name: found[name] for name in STUDENTS} == dict.fromkeys(STUDENTS, 8.0)
    assert found["dora"] < 8
    report = Report.from_json((out / "reports" / "dora.json").read_bytes())
    assert report.problems[0].parameters == dora
    assert report.problems[1].score == 2
    assert "Your variant: with a = " in (out / "reports" / "dora.html").read_text()


def test_a_file_that_comes_to_another_student_is_graded_again(course, inbox, tmp_path):
    out = tmp_path / "out"
    run(course, inbox, out)
    assert run(course, inbox, out).graded == 0
    shutil.copy(inbox / "ada.py", inbox / "bob.py")
    assert run(course, inbox, out).graded == 1
    assert scores(out)["bob"] < 8


def test_another_key_of_variants_grades_everybody_again(course, inbox, tmp_path):
    out = tmp_path / "out"
    run(course, inbox, out)
    file = course / "course.yaml"
    file.write_text(file.read_text().replace("spring", "autumn"))
    assert run(course, inbox, out).graded == 4
