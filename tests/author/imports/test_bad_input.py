"""Bad input is told in one line a fault, with exit code 2, and nothing is written."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

F = "def f(x):\n    return x # SOLUTION"


def refused(done, *words: str) -> None:
    assert done.exit_code == 2, done.output
    lines = done.output.splitlines()
    assert all(line.startswith("grader: ") for line in lines)
    for word in words:
        assert word in done.output
    assert not done.root.exists()


def zipped(path: Path, **files: str) -> Path:
    with zipfile.ZipFile(path, "w") as stream:
        for name, text in files.items():
            stream.writestr(name, text)
    return path


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.zip", b"hello", "a.zip: is not a sound zip file"),
        ("a.ipynb", b"{ no", "a.ipynb, line 1: is not valid JSON"),
        ("a.ipynb", b"[]", "a.ipynb: is JSON, but not a notebook"),
        ("a.txt", b"x", "a.txt: must be a .zip, an .ipynb or the folder of an assignment"),
    ],
)
def test_files_that_are_none(run, tmp_path, name, data, words):
    (tmp_path / name).write_bytes(data)
    refused(run("otter", tmp_path / name), words)


def test_a_path_that_is_not_there(run, tmp_path):
    refused(run("otter", tmp_path / "no.zip"), "no such file or folder")
    refused(run("nbgrader", tmp_path / "no.ipynb"), "must be a notebook")


def test_a_zip_that_leads_out_of_itself(run, tmp_path):
    path = zipped(tmp_path / "a.zip", **{"../tests/q1.py": "x"})
    refused(run("otter", path), 'the entry "../tests/q1.py" leads out of it')


def test_no_tests_at_all(run, tmp_path, notebook, cell):
    refused(run("otter", zipped(tmp_path / "a.zip", **{"a.py": "x"})), "holds no tests of otter's")
    refused(run("otter", notebook([cell("code", "x = 1")])), "holds no questions and no tests")
    refused(run("nbgrader", notebook([cell("code", "x = 1")])), "no cell has settings of nbgrader")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("print(1)", "is no test of otter: it has neither `test` nor `name`"),
        ("test = make()", "line 1: must be a plain value, since nothing of a test is run"),
        ("test = {'name': 'q1', 'suites': [{}, {}]}", "has 2 suites; it must have one"),
        ("test = {'name': 'q1', 'suites': [{'cases': [{}]}]}", "case 1: `code` must be text"),
        ("test = {'name': 'q1', 'suites': [{'cases': [], 'setup': 'x'}]}", "without setup"),
        ("test = {'name': 'q1', 'suites': [{'cases': [{'code': '>>>f()'}]}]}", "is not a doctest"),
        ("test = {'name': 'q1', 'suites': [{'cases': [{'code': '>>> f('}]}]}", "not valid Python"),
        ("test = (", "line 1: is not valid Python"),
        ("name = 'q1'\npoints = -1\n@test_case()\ndef t(): f()", "has -1 points"),
        ("name = 'q1'\n@test_case(points=x)\ndef t(): f()", "line 2: must be a plain value"),
    ],
)
def test_test_files_that_cannot_be_read(run, tmp_path, text, words):
    refused(run("otter", zipped(tmp_path / "a.zip", **{"tests/q1.py": text})), words)


def test_a_test_file_is_not_run(run, tmp_path):
    mark = tmp_path / "ran"
    text = f"open({str(mark)!r}, 'w')\ntest = {{'name': 'q1', 'suites': [{{'cases': []}}]}}"
    done = run("otter", zipped(tmp_path / "a.zip", **{"tests/q1.py": text}))
    assert done.exit_code == 1
    assert "q1: not written: it has no tests" in done.output
    assert not mark.exists()


def test_blocks_that_do_not_close(run, notebook, question):
    cells = question("q1", F, "assert f(1) == 1")
    refused(run("otter", notebook(cells[:-1])), "cell 1: the question 'q1' has no `# END QUESTION`")
    refused(run("otter", notebook([*cells, *cells[:1], *cells])), "does not fit what is open")
    open_one = question("q1", "# BEGIN SOLUTION\n" + F, "assert f(1) == 1")
    refused(run("otter", notebook(open_one)), "`# BEGIN SOLUTION` without `# END SOLUTION`")


def test_a_syntax_error_in_a_test_or_an_answer(run, notebook, question):
    refused(run("otter", notebook(question("q1", F, "assert ("))), " cell 7, line 1: is not valid")
    refused(
        run("otter", notebook(question("q1", "def f(", "f(1)"))), "cell 4, line 1: is not valid"
    )


def test_ids_that_are_none_or_twice_are_told_all_at_once(run, notebook, question):
    cells = [*question("1.2", F, "f(1)"), *question("3 b", F, "f(1)")]
    done = run("otter", notebook(cells))
    refused(done, "the question '1.2' would be the problem '1_2'", "'3 b' would be", "--prefix q")
    same = [*question("a.b", F, "f(1)"), *question("a-b", F, "f(1)")]
    refused(run("otter", notebook(same)), "'a.b' and 'a-b' would both be the problem 'a_b'")
    twice = [*question("a", F, "f(1)"), *question("a", F, "f(1)")]
    refused(run("otter", notebook(twice)), "the question 'a' is there twice")


def test_a_prefix_makes_ids(run, notebook, question):
    done = run("otter", notebook(question("1.2", F, "assert f(1) == 1")), "--prefix", "lab1_q")
    assert "lab1_q1_2: written to lab/lab1_q1_2" in done.output
    assert done.faults("lab1_q1_2") == []


def test_only_some_questions(run, notebook, question):
    cells = [*question("a", F, "assert f(1) == 1"), *question("b", F, "assert f(1) == 1")]
    refused(run("otter", notebook(cells)), "b: the function name `f` is taken by lab/a")
    refused(run("otter", notebook(cells), "--only", "bb"), "did you mean `b`?")
    done = run("otter", notebook(cells), "--only", "b")
    assert done.output.splitlines()[-1] == "next: grader lint b"


def test_points_that_make_no_sense(run, notebook, question):
    cells = question("a", F, "assert f(1) == 1", config="points: [1, 2]")
    refused(run("otter", notebook(cells)), "cell 1: gives points for 2 cases, but has 1")
    cells = question("a", F, "assert f(1) == 1", config="points: 0")
    assert "have no points" in run("otter", notebook(cells)).output


def test_nothing_is_written_over_and_what_is_there_is_told_all_at_once(run, notebook, question):
    path = notebook(question("a", F, "assert f(1) == 1"))
    first = run("otter", path)
    before = {p: p.read_bytes() for p in first.root.rglob("*") if p.is_file()}
    again = run("otter", path)
    assert again.exit_code == 2
    assert "the problem id `a` is taken by lab/a; try --prefix" in again.output
    other = run("otter", path, "--prefix", "new_")
    assert other.exit_code == 2
    assert "new_a: the function name `f` is taken by lab/a" in other.output
    assert {p: p.read_bytes() for p in first.root.rglob("*") if p.is_file()} == before


def test_a_unit_that_the_course_does_not_have(run, notebook, question, tmp_path):
    course = tmp_path / "course"
    course.mkdir()
    (course / "course.yaml").write_text("title: T\nunits: [labs]\n")
    done = run("otter", notebook(question("a", F, "assert f(1) == 1")))
    assert done.exit_code == 2
    assert "`units` has no `lab`; did you mean `labs`?" in done.output
    assert [p.name for p in course.iterdir()] == ["course.yaml"]


def test_a_folder_that_is_no_course(run, notebook, question, tmp_path):
    (tmp_path / "course").mkdir()
    (tmp_path / "course" / "notes.txt").write_text("mine")
    done = run("otter", notebook(question("a", F, "assert f(1) == 1")))
    assert done.exit_code == 2
    assert "is not a course, as it has no course.yaml, and is not empty" in done.output


def test_a_write_that_fails_half_way_is_taken_back(run, notebook, question, monkeypatch):
    cells = [
        *question("a", F, "assert f(1) == 1"),
        *question("b", F.replace("f", "g", 2).replace("deg", "def"), "assert g(1) == 1"),
    ]
    real = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        if "course" in self.parts and self.name == "solution.py" and self.parent.name == "b":
            raise OSError(28, "No space left on device", str(self))
        return real(self, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    done = run("otter", notebook(cells))
    refused(done, "no space left on device; nothing was imported")


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"solution": True}, "its settings of nbgrader have no `grade_id`"),
        ({"solution": True, "grade_id": "a"}, "the grade_id 'a' is there twice"),
        ({"grade": True, "grade_id": "b", "points": "x"}, "has 'x' points"),
    ],
)
def test_settings_of_nbgrader_that_make_no_sense(run, notebook, cell, settings, words):
    first = cell("code", F, nbgrader={"solution": True, "grade_id": "a"})
    refused(run("nbgrader", notebook([first, cell("code", "f(1)", nbgrader=settings)])), words)


def test_regions_of_nbgrader_that_do_not_close(run, notebook, cell):
    text = "### BEGIN HIDDEN TESTS\nassert f(1) == 1"
    cells = [
        cell("code", F, nbgrader={"solution": True, "grade_id": "a"}),
        cell("code", text, nbgrader={"grade": True, "grade_id": "b", "points": 1}),
    ]
    refused(run("nbgrader", notebook(cells)), "`BEGIN HIDDEN TESTS` without `END HIDDEN TESTS`")


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ("def f(*a):\n    return a[0] # SOLUTION", "`f` has arguments with `*` or `/`"),
        (
            "import math\ndef f(x, p=math.pi):\n    return x # SOLUTION",
            "the default of `p` in `f` is math.pi",
        ),
        (
            "import numpy as np\ndata = np.loadtxt('d.csv')\ndef f(x):\n    return x + data[0]",
            "its answer needs a file: `np.loadtxt` reads a file",
        ),
    ],
)
def test_one_question_that_cannot_be_taken_over_does_not_stop_the_others(
    run, notebook, question, answer, why
):
    cells = [
        *question("a", answer, "assert f(1) == 1"),
        *question("b", "def g(x):\n    return x # SOLUTION", "assert g(1) == 1"),
    ]
    done = run("otter", notebook(cells))
    assert done.exit_code == 0
    assert f"a: not written: {why}" in done.output
    assert done.faults("b") == []


def test_a_title_cannot_break_the_yaml(run, notebook, question):
    cells = question("a", F, "assert f(1) == 1")
    cells[1]["source"] = '# "Quotes": {#} & \ud800 \x07 [x]: - \u202e y\nDo it.'
    done = run("otter", notebook(cells))
    assert done.exit_code == 0, done.output
    assert done.faults("a") == []
