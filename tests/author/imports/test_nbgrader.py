"""An instructor's notebook of nbgrader's becomes problems that hold."""

from __future__ import annotations

from pathlib import Path

from grader.bank.load import load_bank
from grader.cli.grade import grade_one
from grader.intake.submission import read_submission

SOURCE = Path(__file__).parent / "fixtures" / "nbgrader_source.ipynb"


def settings(name: str, **others):
    base = {"grade": False, "solution": False, "locked": False, "schema_version": 3}
    return {"nbgrader": {**base, "grade_id": name, **others}}


def score(root: Path, problem: str, text: str, tmp_path: Path) -> float:
    file = tmp_path / "work.py"
    file.write_text(text)
    bank = load_bank(root)
    return grade_one(bank, read_submission(file), None, (problem,), unsafe=True).score


def test_questions_with_tests_become_problems_that_hold(run):
    done = run("nbgrader", SOURCE)
    assert done.exit_code == 0, done.output
    assert done.faults("squares") + done.faults("total") == []
    bank = load_bank(done.root)
    assert (bank.problem("squares").points, bank.problem("total").points) == (3, 1.5)


def test_a_test_cell_counts_as_a_whole_where_some_of_it_is_hidden(run, tmp_path):
    done = run("nbgrader", SOURCE)
    checks = {
        c.id: (c.points, c.visibility) for c in load_bank(done.root).problem("squares").checks
    }
    assert checks == {
        "test_squares": (0, "public"),
        "squares_invalid": (1, "public"),
        "test_squares_hidden": (2, "hidden"),
    }
    head = "def squares(n):\n    if n < 1:\n        raise ValueError\n"
    few = head + "    return [1, 4][:n]\n"
    assert score(done.root, "squares", few, tmp_path) == 1
    careless = "def squares(n):\n    return [i * i for i in range(1, n + 1)]\n"
    assert score(done.root, "squares", careless, tmp_path) == 2
    assert score(done.root, "squares", done.text("solutions/squares/solution.py"), tmp_path) == 3


def test_hidden_tests_solutions_and_mark_schemes_stay_with_the_author(run):
    done = run("nbgrader", SOURCE)
    seen = "".join(p.read_text() for p in (done.root / "exercises").rglob("*") if p.is_file())
    for secret in ("== 100", "338350", "i ** 2", "secret marks", "HIDDEN", "SOLUTION"):
        assert secret not in seen, secret


def test_cells_for_humans_and_plots_are_told(run):
    done = run("nbgrader", SOURCE)
    assert "why: not written: it is graded by hand" in done.output
    assert "task1: not written: it is graded by hand" in done.output
    assert "plot: not written: none of its tests can be taken over" in done.output
    assert "imports `nbgrader_extra`, which is not installed here" in done.output


def test_an_answer_that_needs_another_is_told(run):
    done = run("nbgrader", SOURCE)
    assert "the answer uses `squares` of question squares" in done.output
    assert "def squares(n):" in done.text("solutions/total/solution.py")
    assert "squares" not in done.text("exercises/total/starter.py")


def test_a_question_named_as_what_tests_read_gets_a_function_of_another_name(run):
    done = run("nbgrader", SOURCE)
    assert "def total_value():" in done.text("exercises/total/starter.py")


def test_a_release_version_makes_a_skeleton_whose_reference_is_not_written(run, notebook, cell):
    stub = "def cube(x):\n    # YOUR CODE HERE\n    raise NotImplementedError()"
    path = notebook(
        [
            cell("markdown", "# Cubes"),
            cell("code", stub, **settings("cube", solution=True)),
            cell("code", "assert cube(2) == 8", **settings("test", grade=True, points=2)),
        ]
    )
    done = run("nbgrader", path)
    assert done.exit_code == 0, done.output
    assert "its reference is not written" in done.output
    assert "the reference is not written" in done.faults("cube")[0].text
    answers = path.with_name("answers.py")
    answers.write_text("def cube(x):\n    return x**3\n")
    again = run("nbgrader", path, "--solution", str(answers), out="other")
    assert again.faults("cube") == []


def test_ids_with_dashes_become_ids_of_ours(run, notebook, cell):
    path = notebook(
        [
            cell("code", "def cube(x):\n    return x**3", **settings("Part-1.a", solution=True)),
            cell("code", "assert cube(2) == 8", **settings("cell-9f", grade=True, points=2)),
        ]
    )
    done = run("nbgrader", path)
    assert "part_1_a: written to lab/part_1_a" in done.output
    assert done.faults("part_1_a") == []
