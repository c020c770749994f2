"""Otter's scores are those of `grader grade`: by the command, and for the sample class."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from grader.bank.load import load_bank
from grader.cli.main import cli
from grader.errors import GraderError, IntakeError
from grader.export.otter import run as otter_run
from grader.export.otter.archive import write_otter_zip
from grader.export.otter.run import run_otter
from grader.export.scores import Scores
from grader.export.verify import Way, compare, verify
from grader.export.verify_work import write_submissions
from grader.intake.inbox import read_inbox
from grader.intake.submission import read_submission
from grader.judge.judge import Judge
from grader.report.notebook import code_notebook

ROOT = Path(__file__).parents[2]
CLASS = ROOT / "examples" / "class"
VARIANTS = ROOT / "tests" / "bank" / "variants"
ASSIGNMENTS = [
    *("foundations", "mixed", "vectors", "matrices"),
    *("derivatives", "chain_rule", "stability"),
]
AT_ONCE = os.cpu_count() or 1


@pytest.fixture(scope="module")
def zips(course, tmp_path_factory):
    """Assignment -> its zip, for every assignment of the course."""
    folder = tmp_path_factory.mktemp("zips")
    found = {name: folder / f"{name}.zip" for name in course.course.assignments}
    for name, out in found.items():
        write_otter_zip(course, name, out)
    return found


def by_otter(autograder):
    return Way("otter", lambda path: run_otter(path, autograder))


def assert_the_same(found):
    assert [(one.name, one.faults) for one in found if one.faults] == []
    assert all(one.theirs == round(one.ours, 5) for one in found)


def test_otter_gives_what_grade_gives_for_an_assignment_of_the_course(course, zips, tmp_path):
    work = write_submissions(course, "foundations", tmp_path)
    chosen = [path for path in work if path.stem in ("reference", "starter", "mistakes_3")]
    chosen += [CLASS / "amir.py", CLASS / "anna.ipynb"]
    found = list(verify(course, "foundations", by_otter(zips["foundations"]), chosen, AT_ONCE))
    assert len(found) == 7
    assert_the_same(found)
    scores = {one.name: one.theirs for one in found}
    assert scores["reference.ipynb"] == scores["reference.py"] == 76
    assert scores["starter.ipynb"] == scores["starter.py"] == 0
    # From examples/expected.csv.
    assert (scores["amir.py"], scores["anna.ipynb"]) == (54, 18)


def test_the_command_verifies_a_zip_and_shows_a_table(small, tmp_path):
    command = [sys.executable, "-m", "grader", "otter", "week1", "--out", "a.zip", "--verify"]
    environment = {**os.environ, "GRADER_COURSE": str(small.root)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    table = [line.split() for line in done.stdout.splitlines() if "the same" in line]
    assert [row[:4] for row in table] == [
        ["reference.py", "9", "9", "9"],
        ["reference.ipynb", "9", "9", "9"],
        ["starter.py", "0", "0", "9"],
        ["starter.ipynb", "0", "0", "9"],
        ["mistakes_1.ipynb", "7", "7", "9"],
    ]
    assert "5 of 5 submissions get by otter what `grader grade` gives" in done.stdout


def verified(small, tmp_path, monkeypatch, otter):
    """What the command says where otter is what the test says."""
    monkeypatch.setattr(otter_run, "run_otter", otter)
    out = str(tmp_path / "a.zip")
    arguments = ["--course", str(small.root), "otter", "week1", "--out", out, "--verify"]
    return CliRunner().invoke(cli, arguments)


def test_a_score_that_differs_is_named_by_problem_and_the_exit_code_is_1(
    small, tmp_path, monkeypatch
):
    scores = Scores({"add_up": (5.0, 5.0), "mean_of": (2.0, 4.0)}, 7.0)
    done = verified(small, tmp_path, monkeypatch, lambda path, autograder: scores)
    assert done.exit_code == 1
    lines = done.stderr.splitlines()
    told = "grader: reference.py: mean_of: 2 of 4 by otter, 4 of 4 by `grader grade`"
    assert told in lines
    assert "grader: starter.py: the sum: 7 by otter, 0 by `grader grade`" in lines
    assert "0 of 5 submissions get by otter what" in done.stdout


def test_an_otter_that_fails_is_a_difference_too(small, tmp_path, monkeypatch):
    def fails(path, autograder):
        raise GraderError(f"{path.name}: otter failed: no kernel")

    done = verified(small, tmp_path, monkeypatch, fails)
    assert done.exit_code == 1
    assert "starter.py: otter failed: no kernel" in done.stderr
    assert "0 of 5 submissions" in done.stdout


def test_a_reference_without_full_marks_and_a_starter_with_some_are_faults(small, tmp_path):
    right = small.problem("mean_of").secret / "solution.py"
    (tmp_path / "reference.py").write_text(right.read_text())
    (tmp_path / "starter.py").write_text(right.read_text())
    scores = Scores({"add_up": (0.0, 5.0), "mean_of": (4.0, 4.0)}, 4.0)
    way = Way("otter", lambda path: scores)
    work = [tmp_path / "reference.py", tmp_path / "starter.py"]
    found = {one.name: one.faults for one in verify(small, "week1", way, work, 1)}
    assert found == {
        "reference.py": ("it must get 9 points, and gets 4",),
        "starter.py": ("it must get 0 points, and gets 4",),
    }


def test_packed_mistakes_hold_one_mistake_of_each_problem(course, tmp_path):
    work = write_submissions(course, "vectors", tmp_path)
    problems = [course.problem(name) for name in course.assignment("vectors").problems]
    most = max(len(problem.key.mistakes) for problem in problems)
    packed = [path for path in work if path.stem.startswith("mistakes")]
    assert len(packed) == most
    used = {chunk.text for path in packed for chunk in read_submission(path).files[0].chunks}
    for problem in problems:
        for mistake in problem.secret.glob("mistakes/*.py"):
            assert any(mistake.read_text().rstrip("\n") == text.rstrip("\n") for text in used)


def test_what_is_written_has_the_values_of_the_student_it_is_named_after(tmp_path):
    bank = load_bank(VARIANTS)
    problems = bank.assignment("slopes").problems
    for path in write_submissions(bank, "slopes", tmp_path):
        assert "{{" not in path.read_text()
        with Judge(bank, problems, unsafe=True) as judge:
            report = judge.grade(read_submission(path), problems, "slopes", explain=False)
        if path.stem == "reference":
            assert report.score == report.max_score > 0
        else:
            assert report.score < report.max_score


@pytest.mark.soak
@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_every_reference_starter_and_mistake_gets_the_same(course, zips, assignment, tmp_path):
    assert set(zips) == set(ASSIGNMENTS)
    work = write_submissions(course, assignment, tmp_path)
    assert_the_same(list(verify(course, assignment, by_otter(zips[assignment]), work, AT_ONCE)))


@pytest.mark.soak
@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_the_whole_class_gets_the_same_as_scripts_and_as_notebooks(
    course, zips, assignment, tmp_path
):
    work = []
    for number, entry in enumerate(read_inbox(CLASS)):
        try:
            submission = read_submission(entry.path)
        except IntakeError:
            continue  # a zip that otter does not open either
        cells = [chunk.text for file in submission.files for chunk in file.chunks]
        script, cellwise = (tmp_path / f"{number}{form}" for form in (".py", ".ipynb"))
        script.write_text("\n\n".join(cells), "utf-8")
        cellwise.write_text(code_notebook(cells), "utf-8")
        work += [script, cellwise]
    found = list(compare(course, assignment, by_otter(zips[assignment]), work, AT_ONCE))
    assert len(found) >= 80
    assert_the_same(found)
