"""Assignments of otter's, written by its own `otter assign`, become problems that hold."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from grader.bank.load import load_bank
from grader.cli.grade import grade_one
from grader.intake.submission import read_submission

FIXTURES = Path(__file__).parent / "fixtures"
PROBLEMS = ("q1", "q2", "q3", "q4", "q6", "q7")


def graded(root: Path, problem: str, text: str, tmp_path: Path):
    """The points that a text gets for a problem, and the most it could."""
    file = tmp_path / "work.py"
    file.write_text(text)
    report = grade_one(load_bank(root), read_submission(file), None, (problem,), unsafe=True)
    return report.score, report.max_score


def zip_in(folder: Path) -> Path:
    (found,) = (folder / "autograder").glob("*.zip")
    return found


def test_a_master_notebook_becomes_problems_that_lint(run):
    done = run("otter", FIXTURES / "ok_master.ipynb")
    assert done.exit_code == 0, done.output
    lint = [sys.executable, "-m", "grader", "lint", "--seeds", "2"]
    found = subprocess.run(lint, cwd=done.root, capture_output=True, text=True)
    assert (found.returncode, found.stderr) == (0, "")
    assert sorted(found.stdout.splitlines()) == [f"{id}: proven over 2 draws" for id in PROBLEMS]


def test_the_assigned_folder_gives_the_same_problems_as_the_master(run, assigned):
    one = run("otter", FIXTURES / "ok_master.ipynb", out="one")
    other = run("otter", assigned["ok_master"], out="other")
    assert other.exit_code == 0, other.output
    for problem in PROBLEMS:
        assert other.faults(problem) == []
        for place in ("solutions/{}/solution.py", "exercises/{}/starter.py"):
            place = place.format(problem)
            assert other.text(place).split("\n# Left")[0] == one.text(place).split("\n# Left")[0]
        for name in ("exercises/{}/problem.yaml", "solutions/{}/key.yaml"):
            assert other.text(name.format(problem)) == one.text(name.format(problem))


def test_exceptions_and_metadata_of_an_assigned_folder_hold_too(run, assigned):
    for name, problems in (("exception_master", ("norm", "scale")), ("metadata_master", ("q1",))):
        done = run("otter", assigned[name], out=name)
        assert done.exit_code == 0, done.output
        assert [fault for problem in problems for fault in done.faults(problem)] == []


def test_points_are_those_that_otter_gives(run):
    done = run("otter", FIXTURES / "ok_master.ipynb")
    bank = load_bank(done.root)
    points = {name: bank.problem(name).points for name in PROBLEMS}
    assert points == pytest.approx({"q1": 5, "q2": 1, "q3": 2, "q4": 1, "q6": 1, "q7": 2 / 3})
    q1 = {check.id: (check.points, check.visibility) for check in bank.problem("q1").checks}
    assert q1 == {
        "q1_1": (1, "public"),
        "q1_2": (1, "public"),
        "q1_3": (1, "hidden"),
        "q1_4": (2, "hidden"),
    }


def test_the_reference_gets_full_marks_and_a_wrong_answer_what_it_deserves(run, tmp_path):
    done = run("otter", FIXTURES / "ok_master.ipynb")
    right = done.text("solutions/q1/solution.py")
    assert graded(done.root, "q1", right, tmp_path) == (5, 5)
    only_numbers = "def add(a, b):\n    return float(a) + float(b)\n"
    assert graded(done.root, "q1", only_numbers, tmp_path) == (1, 5)  # 3.0 is not shown as 3
    assert graded(done.root, "q1", "def add(a, b):\n    return a - b\n", tmp_path) == (0, 5)


def test_points_all_or_not_at_all_stay_so(run, tmp_path):
    done = run("otter", FIXTURES / "ok_master.ipynb")
    half = "def q3():\n    return {'low': 1.0, 'high': 5.0}\n"
    assert graded(done.root, "q3", half, tmp_path) == (0, 2)
    whole = "def q3():\n    return {'low': 1.0, 'high': 4.0}\n"
    assert graded(done.root, "q3", whole, tmp_path) == (2, 2)


def test_an_answer_that_cannot_be_used_earns_nothing_and_breaks_nothing(run, tmp_path):
    done = run("otter", FIXTURES / "ok_master.ipynb")
    for value in ("None", "object()", "[1, 2]", "lambda: 3"):
        score = graded(done.root, "q2", f"def q2():\n    return {value}\n", tmp_path)
        assert score == (0, 1), value


def test_a_question_about_a_variable_asks_for_a_function_that_returns_it(run):
    done = run("otter", FIXTURES / "ok_master.ipynb")
    assert "Write `q2()`, which returns `answer`." in done.text("exercises/q2/statement.md")
    assert "answer = student.q2()\n" in done.text("solutions/q2/test_q2.py")
    assert "tests read `answer`; a contract has functions and classes only" in done.output


def test_verdicts_never_come_from_the_sandbox(run):
    done = run("otter", FIXTURES / "ok_master.ipynb")
    tests = "".join(done.text(f"exercises/{name}/test_{name}.py") for name in PROBLEMS)
    scripts = [line for line in tests.splitlines() if "student.evaluate(" in line]
    assert scripts
    for line in scripts:
        inside = line.split("student.evaluate(", 1)[1].split("'")[1]
        assert not {"assert", "==", "<", ">"} & set(inside.split()), line


def test_what_cannot_be_taken_over_is_told_and_kept_as_a_comment(run):
    done = run("otter", FIXTURES / "ok_master.ipynb")
    assert "q5: not written: it is graded by hand" in done.output
    assert "q8: not written: its tests read nothing that its answer defines" in done.output
    assert "`plt` looks at a plot" in done.output
    assert "q7: written to lab/q7; 2 of 3 tests taken over, 0.666667 of 1 points" in done.output
    assert '"%matplotlib inline" was left out' in done.output
    test = done.text("exercises/q7/test_q7.py")
    assert "# Left out (ok_master.ipynb, cell 72" in test
    assert "# assert callable(slope)\n" in test


def test_an_author_is_told_where_to_look(run):
    done = run("otter", FIXTURES / "ok_master.ipynb")
    yaml = done.text("exercises/q1/problem.yaml").split("\n")
    lines = [number for number, line in enumerate(yaml, 1) if "TODO" in line]
    listed = ", ".join(map(str, lines[1:]))
    assert f"problem.yaml:{lines[0]}: a TODO or something left out, and on {listed}" in done.output


def test_nothing_of_a_solution_reaches_what_students_see(run):
    done = run("otter", FIXTURES / "ok_master.ipynb")
    for problem, secret in (("q1", "total = a + b"), ("q4", "round("), ("q3", "data.max()")):
        folder = done.root / "exercises" / "lab" / problem
        assert all(secret not in file.read_text() for file in folder.iterdir())


def test_a_message_of_otters_becomes_a_hint(run):
    done = run("otter", FIXTURES / "ok_master.ipynb")
    key = done.text("solutions/q1/key.yaml")
    assert 'hint: "What is added to what?"' in key
    assert "# Said where it passed: Well added." in key


def test_a_zip_without_answers_makes_skeletons_and_says_so(run, assigned):
    done = run("otter", zip_in(assigned["ok_master"]))
    assert done.exit_code == 0, done.output
    assert "its reference is not written, and `grader lint` says so until it is" in done.output
    bank = load_bank(done.root)  # by the rules of files they hold
    assert [bank.problem(name).points for name in ("q1", "q2", "q4")] == [5, 1, 1]
    (first, *_) = done.faults("q1")
    assert "TODO: the reference is not written" in first.text


def test_a_zip_with_answers_beside_it_makes_problems_that_hold(run, assigned):
    answers = assigned["exception_master"] / "autograder" / "exception_master.ipynb"
    archive = zip_in(assigned["exception_master"])
    done = run("otter", archive, "--solution", str(answers))
    assert done.exit_code == 0, done.output
    assert done.faults("norm") + done.faults("scale") == []


def test_answers_may_stand_in_a_plain_file(run, assigned, tmp_path):
    answers = tmp_path / "answers.py"
    answers.write_text("import numpy as np\n\n\ndef twice(x):\n    return x + x\n")
    student = assigned["metadata_master"] / "student" / "metadata_master.ipynb"
    done = run("otter", student, "--solution", str(answers))
    assert done.faults("q1") == []
    assert "return x + x" in done.text("solutions/q1/solution.py")


def test_the_students_folder_alone_has_no_hidden_tests_and_no_answers(run, assigned):
    done = run("otter", assigned["ok_master"] / "student")
    assert done.exit_code == 0
    key = done.text("solutions/q2/key.yaml")
    assert "points: 0" in key
    assert "TODO: a hidden check with inputs of its own" in key


def test_a_notebook_with_both_kinds_of_tests_in_its_metadata(run, notebook, cell):
    test = (
        "OK_FORMAT = False\nname = 'q2'\npoints = 2\n"
        "def near(a, b):\n    return abs(a - b) < 1e-9\n"
        "@test_case(points=None, hidden=True, name='Halves')\n"
        "def test_half(half):\n    assert near(half(3), 1.5)\n"
    )
    answer = {"tags": ["otter_answer_cell"]}
    path = notebook(
        [
            cell("code", "def half(x):\n    return x / 2", **answer),
            cell("code", 'grader.check("q2")'),
        ],
        otter={"OK_FORMAT": False, "tests": {"q2": test}},
    )
    done = run("otter", path)
    assert done.exit_code == 0, done.output
    assert done.faults("q2") == []
    assert 'title: "Halves"' in done.text("solutions/q2/key.yaml")
    assert "def near(a, b):" in done.text("solutions/q2/test_q2.py")


def test_several_test_files_in_a_zip_come_in_the_order_of_a_reader(run, tmp_path):
    archive = tmp_path / "many.zip"
    with zipfile.ZipFile(archive, "w") as stream:
        for number in (10, 2, 1):
            code = f">>> f{number}(2)\n{number}"
            suite = {"cases": [{"code": code, "hidden": False}]}
            spec = {"name": f"q{number}", "points": 1, "suites": [suite]}
            stream.writestr(f"tests/q{number}.py", f"OK_FORMAT = True\ntest = {spec!r}\n")
    done = run("otter", archive)
    assert done.output.splitlines()[-1] == "next: grader lint q1 q2 q10"


def test_a_course_that_is_there_gets_the_problems_and_nothing_else_changes(run, notebook, question):
    first = run("otter", notebook(question("q1", "def f(x):\n    return x", "assert f(1) == 1")))
    before = {p: p.read_bytes() for p in first.root.rglob("*") if p.is_file()}
    more = notebook(question("q2", "def g(x):\n    return x", "assert g(1) == 1"), "more.ipynb")
    done = run("otter", more)
    assert done.exit_code == 0, done.output
    assert {p: p.read_bytes() for p in before} == before
    assert set(load_bank(done.root).problems) == {"q1", "q2"}
    assert done.faults("q2") == []


def test_a_new_course_has_an_assignment_of_those_that_can_stand_in_one_file(run):
    done = run("otter", FIXTURES / "ok_master.ipynb")
    listed = load_bank(done.root).assignment("lab").problems
    assert listed == ("q1", "q2", "q4", "q6", "q7")
    assert (
        "q3: not in the assignment of course.yaml: `data` is in the solution of q2" in done.output
    )


def test_fixtures_are_what_otter_itself_reads(assigned):
    spec = json.loads((assigned["metadata_master"] / "student/metadata_master.ipynb").read_text())
    assert spec["metadata"]["otter"]["OK_FORMAT"] is True
    names = {file.name for file in (assigned["ok_master"] / "autograder" / "tests").iterdir()}
    assert names == {f"{name}.py" for name in (*PROBLEMS, "q8")}
