"""A statement as a notebook: what a student works in, and hands in."""

from __future__ import annotations

import base64
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from grader.bank.load import load_bank
from grader.intake.notebook import read_cells
from grader.report.notebook import notebook, pieces

BASE = Path(__file__).parents[1] / "bank" / "base"
ROOT = Path(__file__).parents[2]
BANK = load_bank(ROOT)
SVG = '<svg xmlns="http://www.w3.org/2000/svg"><title>A sum</title></svg>\n'


def cells(text: str) -> list[tuple[str, str]]:
    return [(cell["cell_type"], cell["source"]) for cell in nbformat.reads(text, 4).cells]


@pytest.mark.parametrize("problem", BANK.problems.values(), ids=lambda problem: problem.id)
def test_every_problem_makes_a_valid_notebook_that_is_the_same_each_time(problem):
    text = notebook(problem, ["grader", "check"])
    nbformat.validate(nbformat.reads(text, 4))
    assert notebook(problem, ["grader", "check"]) == text
    told = [source for kind, source in cells(text) if kind == "markdown"]
    parts = [line for source in told for line in source.splitlines() if line.startswith("## ")]
    assert parts[:4] == ["## The task", "## What it is", "## Picture it", "## In the network"]
    assert parts[-1] == "## Check it"
    code, mended = read_cells("x.ipynb", text.encode())
    assert not mended
    starter = "".join(code).replace("\n", "")
    written = (problem.folder / "starter.py").read_text()
    if problem.template is None:
        assert all(line in starter for line in written.splitlines())


def test_a_figure_is_inside_the_notebook_with_its_words():
    problem = BANK.problem("axpy")
    [shown] = [source for _, source in cells(notebook(problem, [])) if "<img" in source]
    assert shown.startswith("## Picture it")
    data = re.search(r'src="data:image/svg\+xml;base64,([^"]*)"', shown)[1]
    assert base64.b64decode(data) == (problem.folder / "figure.svg").read_bytes()
    assert 'alt="In the plane, y goes from the origin' in shown


def test_questions_are_asked_before_the_code_one_call_each():
    found = cells(notebook(BANK.problem("softmax"), [], "ada"))
    asked = next(i for i, (_, source) in enumerate(found) if "Before you write any code" in source)
    assert "**shape**: Z has shape (5, 3)." in found[asked][1]
    assert "1. the same" in found[asked][1]
    assert found[asked + 1] == (
        "code",
        "import grader\n\ngrader.predict(\"softmax\", student='ada', shape=...)\n"
        "grader.predict(\"softmax\", student='ada', shift=...)",
    )
    assert found[asked + 2] == ("markdown", "## Your code")


def test_a_starter_is_cut_before_each_definition_with_its_comments_and_decorators():
    starter = "import numpy as np\n\nA = 1\n\n\n# of f\n@wraps\ndef f():\n    # in f\n    pass\n"
    starter += "\n\nclass G:\n    pass\n"
    assert list(pieces(starter)) == [
        "import numpy as np\n\nA = 1",
        "# of f\n@wraps\ndef f():\n    # in f\n    pass",
        "class G:\n    pass",
    ]
    assert list(pieces("def f():\n    pass\n")) == ["def f():\n    pass"]


def grader(here: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "grader", *arguments]
    return subprocess.run(command, cwd=here, capture_output=True, text=True, timeout=120)


@pytest.fixture
def course(tmp_path):
    return Path(shutil.copytree(BASE, tmp_path / "course"))


def test_a_notebook_with_the_stub_filled_in_is_graded(course):
    folder = course / "exercises/sums/add_up"
    (folder / "figure.svg").write_text(SVG)
    statement = (folder / "statement.md").read_text()
    (folder / "statement.md").write_text(f"{statement}\n![A sum.](figure.svg)\n")
    assert grader(course, "show", "add_up", "--notebook", "work.ipynb").returncode == 0
    text = (course / "work.ipynb").read_text()
    stub = "raise NotImplementedError"
    assert text.count(stub) == 1
    (course / "work.ipynb").write_text(text.replace(stub, "return start + sum(numbers)"))
    done = grader(course, "grade", "work.ipynb", "--problem", "add_up", "--json", "-")
    report = json.loads(done.stdout)
    assert report["score"] == report["max_score"] == 5


def test_the_last_cell_checks_where_the_course_is_found_from_the_notebook(course):
    inside = course / "my work"
    inside.mkdir()
    grader(course, "show", "add_up", "--student", "ada b", "--notebook", "my work/add up.ipynb")
    kind, source = cells((inside / "add up.ipynb").read_text())[-1]
    assert kind == "code"
    assert source == "!grader check 'add up.ipynb' --problem add_up --student 'ada b'"
    # What it says works, from its own folder.
    done = grader(inside, "check", "add up.ipynb", "--problem", "add_up", "--student", "ada b")
    assert "The examples of the statement" in done.stdout


def test_elsewhere_the_last_cell_says_how_to_check(course, tmp_path):
    grader(course, "show", "add_up", "--notebook", str(tmp_path / "away.ipynb"))
    kind, source = cells((tmp_path / "away.ipynb").read_text())[-1]
    assert kind == "markdown"
    assert "grader check NOTEBOOK.ipynb --problem add_up" in source
    done = grader(course, "show", "add_up", "--notebook", "-")
    assert cells(done.stdout)[-1] == (kind, source)
