"""One student's work is one grade: whatever the form, the run, and who was graded before."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import jsonschema
import msgspec
import pytest

from grader.intake.submission import read_submission

ROOT = Path(__file__).parents[2]
CELLS = [
    "import numpy as np\n",
    "def softmax(Z, axis=-1):\n    E = np.exp(Z)\n    return E / E.sum(axis=axis, keepdims=True)\n",
    "x = 1 / 0\n",
    "def mse_and_grads(X, y, w, b):\n    raise KeyError(w)\n",
    "def dot_loop(u, v):\n    return sum(u * v)\n",
]
PROBLEMS = ("softmax", "mse_gradient", "dot_by_hand")


@pytest.fixture
def forms(submit, tmp_path):
    """The same cells as a file, a notebook, a folder of files and a zip of them."""
    source = "\n".join(CELLS)
    parts = {f"part{n}.py": (CELLS[0] if n else "") + cell for n, cell in enumerate(CELLS)}
    archive = tmp_path / "ada.zip"
    with zipfile.ZipFile(archive, "w") as zipped:
        zipped.writestr("ada/work.py", source)
    return {
        "py": submit(source),
        "ipynb": submit(CELLS, name="work.ipynb"),
        "folder": submit(parts, student="bob"),
        "zip": read_submission(archive, "ada"),
    }


def told(report):
    """Statuses, points and messages, without the places that differ from form to form."""
    place = re.compile(r" at [^`]*line \d+: ")
    return [
        (p.id, p.score, p.diagnosis, c.id, c.status, c.points, place.sub(" at ", c.message))
        for p in report.problems
        for c in p.checks
    ]


@pytest.mark.parametrize("form", ["ipynb", "folder", "zip"])
def test_the_form_of_the_work_changes_no_point_and_no_word(judge, forms, form):
    as_file, other = (judge.grade(forms[name], PROBLEMS) for name in ("py", form))
    assert told(other) == told(as_file)
    assert other.score == as_file.score
    assert 0 < as_file.score < as_file.max_score


def same_bytes(report):
    return msgspec.structs.replace(report, seconds=0.0).to_json()


def test_two_runs_give_the_same_bytes_and_the_order_changes_none(judge, forms):
    order = list(forms)
    first = {name: same_bytes(judge.grade(forms[name], PROBLEMS)) for name in order}
    again = {name: same_bytes(judge.grade(forms[name], PROBLEMS)) for name in reversed(order)}
    assert again == first


def test_a_problem_is_graded_the_same_alone_and_among_others(judge, forms):
    (alone,) = judge.grade(forms["py"], ["mse_gradient"]).problems
    among = judge.grade(forms["py"], PROBLEMS).problems[1]
    assert alone == among


def test_the_command_writes_json_that_fits_the_schema_it_prints(tmp_path):
    (tmp_path / "ada.py").write_text("\n".join(CELLS))

    def grader(*arguments):
        command = [sys.executable, "-m", "grader", *arguments]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stderr
        return done.stdout

    work = str(tmp_path / "ada.py")
    one, two = (grader("grade", work, "--assignment", "foundations", "--json", "-") for _ in "ab")
    jsonschema.validate(json.loads(one), json.loads(grader("schema", "report")))
    seconds = re.compile(r'"seconds": [0-9.e-]+')
    assert seconds.sub("", one) == seconds.sub("", two)
