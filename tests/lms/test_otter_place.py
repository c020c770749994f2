"""The plugin where Gradescope runs it: its folders, its metadata, a container, and odd files."""

from __future__ import annotations

import json
import stat
import sys
from datetime import timedelta
from pathlib import Path

import nbformat
import pytest

from grader.export import place
from grader.export.layout import FOLDER
from grader.export.otter import place as otter_place
from grader.report.notebook import code_notebook

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
from modes import IS_ROOT, MODES  # tests are no package

ZERO = {"add_up": 0, "mean_of": 0}
FULL = {"add_up": 5, "mean_of": 4}


def test_late_work_of_a_group_loses_its_share_of_the_sum(small, small_zip, right, gradescope):
    when = small.assignment("week1").due + timedelta(days=1, hours=1)
    users = [{"name": "Ada"}, {"name": "Bea"}]
    done = gradescope(
        {"work.py": right}, small_zip, {"created_at": when.isoformat(), "users": users}
    )
    assert done.scores == FULL
    assert done.results["score"] == pytest.approx(7.2)
    # It is shown at once, so the sum, in which hidden results are, is not in it.
    late = "Handed in 2 days late: 20 % of your points is taken off."
    assert done.results["output"] == late
    assert "Ada, Bea: 7.2 of 9 points" in done.stdout


def test_work_in_time_has_no_sum_of_its_own_and_hidden_results_wait(small_zip, right, gradescope):
    done = gradescope({"work.py": right + b"\nmean_of = 1\n"}, small_zip)
    assert "score" not in done.results
    assert done.scores == {"add_up": 5, "mean_of": 0}
    shown = {test["name"]: test["visibility"] for test in done.results["tests"]}
    assert shown == {
        "Public Tests": "visible",
        "add_up": "after_published",
        "mean_of": "after_published",
    }
    assert "A single number" in done.text("mean_of")
    assert "A single number" not in done.text("Public Tests")


@pytest.mark.skipif(not IS_ROOT, reason="only root can take powers away as a container does")
def test_in_a_container_the_rings_that_are_left_are_enough_and_named(small_zip, gradescope):
    [container] = [mode for mode in MODES if mode.name == "in a container"]
    spy = """
    import glob, os
    found = glob.glob("/**/nabla/solutions/salt", recursive=True)
    def add_up(numbers, start=0.0):
        for name in ("../source", "../source/files/nabla/solutions/salt", *found):
            try:
                os.listdir(name) if os.path.isdir(name) else open(name).read()
            except OSError:
                continue
            return start + sum(numbers)
        return None
    """
    source = "\n".join(line.removeprefix("    ") for line in spy.splitlines()).encode()
    done = gradescope({"work.py": source}, small_zip, prefix=container.prefix)
    assert done.returncode == 0, done.stderr
    assert done.scores == ZERO
    [line] = [line for line in done.stdout.splitlines() if "rings that held" in line]
    assert {"uid", "seccomp", "landlock"} <= {*line.replace(",", "").split()}
    assert "mountns" not in line
    assert "TAKE CARE" not in done.stdout


def test_a_link_to_a_solution_is_not_followed_and_the_solution_stays(
    small_zip, gradescope, tmp_path
):
    solution = tmp_path / "autograder/source/files/nabla/solutions/sums/add_up/solution.py"

    def link(top):
        (top / "submission" / "work.py").symlink_to(solution)

    done = gradescope({}, small_zip, change=link)
    assert done.scores == ZERO
    assert "work.py: is a symbolic link" in done.results["output"]
    assert "def add_up" in solution.read_text()


def test_a_file_that_is_no_text_gets_a_result_that_says_so(small_zip, gradescope):
    done = gradescope({"work.py": "naïve = 1".encode("latin-1")}, small_zip)
    assert done.returncode == 0, done.stderr
    assert done.scores == ZERO
    assert "could not be read" in done.results["output"]
    assert "the byte 0xef is not UTF-8" in done.results["output"]
    assert "✗ not read, see above" in done.text("add_up")


OLD = {
    "metadata": {"name": ""},
    "nbformat": 3,
    "nbformat_minor": 0,
    "worksheets": [
        {
            "metadata": {},
            "cells": [
                {
                    "cell_type": "code",
                    "collapsed": False,
                    "input": "def add_up(numbers, start=0.0):\n    return start + sum(numbers)\n",
                    "language": "python",
                    "metadata": {},
                    "outputs": [],
                }
            ],
        }
    ],
}
ODD = {
    "an empty file": ({"work.py": b""}, 0, None),
    "syntax errors only": ({"work.py": b"def add_up(:\n((\n"}, 0, "syntax error"),
    "a notebook without code": (
        {"work.ipynb": nbformat.writes(nbformat.v4.new_notebook()).encode()},
        0,
        None,
    ),
    "a notebook of nbformat 3": ({"work.ipynb": json.dumps(OLD).encode()}, 5, None),
    "a notebook beside a script": (
        {"work.ipynb": code_notebook(["pass"]).encode(), "b.py": b""},
        0,
        "work.ipynb: this alone was graded, not b.py",
    ),
    "a NUL byte": ({"work.py": b"x = '\0'"}, 0, "NUL byte"),
    "two megabytes": ({"work.py": b"#" * 2**21}, 0, "too large"),
}


@pytest.mark.soak
@pytest.mark.parametrize("name", ODD)
def test_an_odd_submission_gets_a_sane_result(name, small_zip, gradescope):
    files, points, words = ODD[name]
    done = gradescope(files, small_zip)
    assert done.returncode == 0, done.stderr
    assert done.scores == {"add_up": points, "mean_of": 0}
    if words is None:
        assert "output" not in done.results
    else:
        assert words in done.results["output"]


def test_a_bank_that_is_broken_is_an_error_and_no_zero(small_zip, right, gradescope):
    def breaks(top):
        for solution in top.glob(f"source/files/{FOLDER}/solutions/*/*/solution.py"):
            solution.unlink()

    done = gradescope({"work.py": right}, small_zip, change=breaks)
    assert done.returncode != 0
    assert done.results is None
    assert "solution.py:1: the file is missing" in done.stderr


def test_a_time_that_cannot_be_read_is_an_error_and_not_taken_for_punctual(
    small_zip, right, gradescope
):
    done = gradescope({"work.py": right}, small_zip, {"created_at": "last night"})
    assert done.returncode != 0
    assert done.results is None
    assert "created_at is 'last night'; it must be a time with its zone" in done.stderr


@pytest.mark.soak
def test_a_kernel_that_gives_no_results_is_an_error_and_no_zero(small_zip, right, gradescope):
    def breaks(top):
        (top / "source" / "tests" / "add_up.py").write_text("raise RuntimeError")

    done = gradescope({"work.py": right}, small_zip, change=breaks)
    assert done.returncode != 0
    assert done.results is None
    assert "otter's kernel gave no results" in done.stderr


# The folders


def test_nothing_of_a_student_is_left_but_otters_tests(tmp_path):
    secret = tmp_path / "secret"
    (secret / "inner").mkdir(parents=True)
    (secret / "inner" / "kept").write_text("kept")
    submission = tmp_path / "submission"
    (submission / "tests").mkdir(parents=True)
    (submission / "tests" / "add_up.py").write_text("ours")
    (submission / "otter").mkdir()
    (submission / "otter" / "__init__.py").write_text("theirs")
    (submission / ".OTTER_LOG").write_bytes(b"theirs")
    (submission / "folder").symlink_to(secret)
    (submission / "work.ipynb").symlink_to(secret / "inner" / "kept")
    otter_place.replace_all(submission / "work.ipynb")
    assert sorted(path.name for path in submission.iterdir()) == ["tests", "work.ipynb"]
    assert (submission / "tests" / "add_up.py").read_text() == "ours"
    assert nbformat.read(submission / "work.ipynb", 4).cells == []
    assert (secret / "inner" / "kept").read_text() == "kept"


def test_a_script_is_replaced_by_an_empty_one(tmp_path):
    (tmp_path / "work.py").write_text("x = 1")
    otter_place.replace_all(tmp_path / "work.py")
    assert (tmp_path / "work.py").read_bytes() == b""


def test_a_folder_of_ours_is_closed_to_others(tmp_path):
    tmp_path.chmod(0o755)
    place.close_to_others(tmp_path)
    assert mode_of(tmp_path) == 0o700


def test_the_way_to_python_is_opened_for_others_and_no_more_than_the_way(
    tmp_path, as_before, monkeypatch
):
    home = tmp_path / "home"
    python = home / "miniforge3" / "envs"
    python.mkdir(parents=True)
    for folder, mode in ((home, 0o700), (python.parent, 0o750), (python, 0o700)):
        folder.chmod(mode)
    monkeypatch.setattr(sys, "prefix", str(python))
    monkeypatch.setattr(sys, "base_prefix", str(python))
    place.open_python_to_others()
    assert [mode_of(p) for p in (home, python.parent, python)] == [0o701, 0o751, 0o701]


def mode_of(path):
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def as_before(tmp_path):
    """The folders above have the modes afterwards that they had."""
    modes = {path: mode_of(path) for path in tmp_path.parents}
    yield
    for path, mode in modes.items():
        if mode_of(path) != mode:
            path.chmod(mode)
