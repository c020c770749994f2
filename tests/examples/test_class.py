"""The sample class is graded once, and gets what `examples/expected.csv` says it must."""

from __future__ import annotations

import csv
import re
import runpy
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import nbformat
import pytest

from grader.bank.load import load_bank
from grader.batch.run import grade_class
from grader.errors import IntakeError
from grader.intake.inbox import read_inbox
from grader.intake.submission import read_submission
from grader.judge.judge import Judge
from grader.model import Report
from grader.report.html import page
from grader.report.names import file_name

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
CLASS = EXAMPLES / "class"
ASSIGNMENT = "foundations"
NOT_PROBLEMS = ("student", "total", "mistakes", "what")
# What a page must never be made to hold by a name, a line of code, a print or a value.
ACTIVE = {"script", "img", "iframe", "object", "embed", "form", "link", "base"}
ACTIVE |= {"foreignobject", "use", "image", "animate", "set"}  # what a picture could be made to do


def expected_rows():
    """The rows of the table of expectations, by student."""
    rows = {}
    with (EXAMPLES / "expected.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            assert row["student"] not in rows, f"{row['student']} is there twice"
            assert None not in row and None not in row.values(), row
            rows[row["student"]] = row
    return rows


EXPECTED = expected_rows()
READABLE = [student for student, row in EXPECTED.items() if row["total"]]
FULL_MARKS = max(float(EXPECTED[student]["total"]) for student in READABLE)
PERFECT = [student for student in READABLE if float(EXPECTED[student]["total"]) == FULL_MARKS]
DIAGNOSED = [student for student in READABLE if EXPECTED[student]["mistakes"]]


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """The course of this repository, with its own salt, away from its folders."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("GRADER_SOLUTIONS", raising=False)
        patch.delenv("GRADER_SALT", raising=False)
        patch.chdir(tmp_path_factory.mktemp("elsewhere"))
        yield load_bank(ROOT)


@pytest.fixture(scope="module")
def out(course, tmp_path_factory):
    """The class, graded."""
    folder = tmp_path_factory.mktemp("graded")
    summary = grade_class(course, CLASS, ASSIGNMENT, folder, jobs=2)
    assert summary.failures == ()
    assert summary.graded == summary.submissions == len(EXPECTED)
    return folder


@pytest.fixture(scope="module")
def reports(out):
    """Every report, by student."""
    found = [Report.from_json(file.read_bytes()) for file in (out / "reports").glob("*.json")]
    return {report.student: report for report in found}


@pytest.fixture(scope="module")
def pages(out, reports):
    """Every page of the class by its name, the index among them."""
    names = ["index.html", *(f"reports/{file_name(student)}.html" for student in reports)]
    return {name: (out / name).read_text("utf-8") for name in names}


class Page(HTMLParser):
    """What a browser would find on a page: tags, attributes, links and text."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.attributes, self.links, self.words = set(), set(), set(), ""
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attributes}
        self.links |= {value for name, value in attributes if name in ("href", "src")}

    def handle_data(self, words):
        self.words += words


def named(report):
    """The mistakes a report names."""
    return {d.mistake for problem in report.problems for d in problem.diagnosis}


def bytes_without_seconds(report):
    return msgspec.structs.replace(report, seconds=0.0).to_json()


def test_every_submission_has_a_row_and_every_row_a_submission():
    assert {entry.student for entry in read_inbox(CLASS)} == set(EXPECTED)
    assert len(EXPECTED) >= 36


@pytest.mark.parametrize("student", READABLE)
def test_a_student_gets_the_points_expected(reports, student):
    row = EXPECTED[student]
    report = reports[student]
    got = {problem.id: problem.score for problem in report.problems}
    assert got == {name: float(row[name]) for name in row if name not in NOT_PROBLEMS}
    assert report.score == float(row["total"])
    assert not report.provisional


def test_what_cannot_be_read_gets_no_points_and_one_line_that_says_why(reports):
    unreadable = set(EXPECTED) - set(READABLE)
    assert unreadable
    for student in unreadable:
        report = reports[student]
        assert (report.score, report.max_score, report.problems) == (0, 0, ())
        assert len(report.notes) == 1


@pytest.mark.parametrize("student", DIAGNOSED)
def test_the_mistakes_a_student_made_are_named(reports, student):
    assert set(EXPECTED[student]["mistakes"].split()) <= named(reports[student])


@pytest.mark.parametrize("student", READABLE)
def test_nobody_is_told_of_a_mistake_they_did_not_make(reports, student):
    assert named(reports[student]) <= set(EXPECTED[student]["mistakes"].split())


def test_every_mistake_that_the_keys_list_is_made_by_somebody_and_named(course, reports):
    for name in course.assignment(ASSIGNMENT).problems:
        told = {
            diagnosis.mistake
            for student in DIAGNOSED
            for problem in reports[student].problems
            if problem.id == name
            for diagnosis in problem.diagnosis
            if diagnosis.mistake in EXPECTED[student]["mistakes"].split()
        }
        assert told == set(course.problem(name).key.mistakes), name


@pytest.mark.parametrize("student", PERFECT)
def test_who_made_no_mistake_is_told_of_none(reports, student):
    report = reports[student]
    assert report.score == report.max_score
    assert all(problem.diagnosis == () for problem in report.problems)


@pytest.mark.parametrize(
    ("status", "student", "problem"),
    [
        ("failed", "rosa", "mse_gradient"),
        ("raised", "vlad", "softmax"),
        ("missing", "sam", "dot_by_hand"),
        ("forbidden", "yusuf", "dot_by_hand"),
        ("timeout", "nadia", "linear_layer"),
        ("memory", "quentin", "linear_layer"),
        ("crashed", "oskar", "softmax"),
        ("crashed", "otto", "mse_gradient"),
        ("raised", "emil", "two_layer_backprop"),
        ("missing", "finn", "mse_gradient"),
        ("missing", "fiona", "softmax"),
    ],
)
def test_each_way_to_lose_points_is_called_by_its_name(reports, status, student, problem):
    checks = next(p.checks for p in reports[student].problems if p.id == problem)
    lost = {check.status for check in checks if check.status != "passed"}
    assert lost == {status}


@pytest.mark.parametrize(
    ("student", "words"),
    [
        ("noor", "Line 6: `while loss > 1e-6:` did not end"),
        ("otto", "`sys.exit(0)` raised SystemExit"),
        ("vera", '"%%html" and the rest of its cell were left out'),
        ("ben", "`import matplotlib.pyplot as plt` raised ModuleNotFoundError"),
        ("ines", "Line 17: `rows = X.reshape(len(X), -1`: syntax error: '(' was never closed"),
        ("jonas", "Cell 5, line 1: `TODO: ask about the sign of the gradient here`: syntax error"),
    ],
)
def test_what_was_left_out_is_told_and_cost_nothing_else(reports, student, words):
    assert any(words in note for note in reports[student].notes)


def test_no_message_tells_a_time_that_was_measured(course, reports):
    limits = course.course.limits
    given = {f"{limits.call_seconds:g}", f"{limits.problem_seconds:g}"}
    messages = [c.message for p in reports["nadia"].problems for c in p.checks]
    told = {time for message in messages for time in re.findall(r"([\d.]+) s\b", message)}
    assert told and told <= given


def test_no_page_holds_anything_that_acts(pages):
    for name, text in pages.items():
        page = Page(text)
        assert not page.tags & ACTIVE, name
        assert not [found for found in page.attributes if found.startswith("on")], name
        assert all(link.startswith(("#", "reports/", "../")) for link in page.links), name
        assert "<script" not in text.lower(), name
        assert not set(text) & set("\x07\x1b\u202e"), name


def test_hostile_text_is_shown_as_the_text_it_is(pages):
    shown = Page(pages["reports/vlad.html"]).words
    for words in (
        '"><script>alert(5)</script>',
        "<img src=x onerror=alert(3)>",
        "</code><script>alert(9)</script>",
        "<script>alert(8)</script> & &lt; {{ 7 * 7 }} [bold]x[/bold]",
    ):
        assert words in shown
    assert "<script>alert(6)</script>" in Page(pages["reports/vera.html"]).words


def test_every_student_is_on_the_index_and_linked_to_a_page_that_is_there(out, pages):
    index = Page(pages["index.html"])
    for student in EXPECTED:
        assert student in index.words
    links = {link for link in index.links if link.startswith("reports/")}
    assert len(links) == len(EXPECTED)


def test_no_cell_of_the_grades_is_a_formula(out):
    with (out / "grades.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))] == []
    assert {"'=cmd", "'+1 formula"} <= {row[0] for row in rows}


def test_a_class_graded_the_other_way_round_gets_the_same_bytes(course, out, reports):
    problems = course.assignment(ASSIGNMENT).problems
    compared = 0
    with Judge(course, problems) as judge:
        for entry in reversed(read_inbox(CLASS)):
            try:
                submission = read_submission(entry.path, entry.student)
            except IntakeError:
                assert entry.student not in READABLE
                continue
            report = judge.grade(submission, problems, ASSIGNMENT)
            before = reports[entry.student]
            assert bytes_without_seconds(report) == bytes_without_seconds(before), entry.student
            shown = (out / "reports" / f"{file_name(entry.student)}.html").read_bytes()
            assert page(report).encode() == shown, entry.student
            compared += 1
    assert compared == len(READABLE)


def test_the_builder_gives_the_bytes_that_are_committed(tmp_path):
    build = runpy.run_path(str(EXAMPLES / "make_class.py"))["build"]
    built = build(tmp_path)
    assert [path.name for path in built] == sorted(path.name for path in CLASS.glob("*.zip"))
    for path in built:
        assert path.read_bytes() == (CLASS / path.name).read_bytes(), path.name


def test_a_file_that_imports_a_function_from_its_neighbour_is_no_second_home_of_it(reports):
    assert reports["tom"].notes == ()


@pytest.mark.parametrize("path", sorted(EXAMPLES.rglob("*.ipynb")), ids=lambda path: path.stem)
def test_every_notebook_is_one_that_jupyter_would_open(path):
    notebook = nbformat.read(path, as_version=nbformat.NO_CONVERT)
    nbformat.validate(notebook)
    if (notebook.nbformat, notebook.nbformat_minor) >= (4, 5):
        assert len({cell.id for cell in notebook.cells}) == len(notebook.cells)


def test_the_odd_bytes_are_still_there():
    assert (CLASS / "sofia.py").read_bytes().startswith(b"\xef\xbb\xbfimport numpy as np\r\n")
    assert "größe".encode("latin-1") in (CLASS / "stefan.py").read_bytes()
    assert b"\x1b[31m" in (CLASS / "vlad.py").read_bytes()
    assert (CLASS / "sam.py").read_bytes() == b""


def test_a_cheat_finds_only_what_its_honest_part_has_earned(reports):
    scores = {problem.id: problem.score for problem in reports["wilma"].problems}
    assert {name for name, score in scores.items() if score} == {"softmax"}
    assert reports["xaver"].score == 0
