"""A statement as a page: the course's own, each with its mathematics and its figure."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

from grader.bank.figure_rules import images
from grader.bank.load import load_bank
from grader.bank.variants import problem_for
from grader.cli.main import cli
from grader.model import Problem
from grader.report.markup import render_statement
from grader.report.mathml import mathml
from grader.report.statement import contract, figures, in_words, page, statement

ROOT = Path(__file__).parents[2]
BANK = load_bank(ROOT)
PROBLEMS = list(BANK.problems.values())
WITH_FIGURE = [problem for problem in PROBLEMS if figures(problem)]
VOID = {"meta", "br", "hr", "img", "link"}


def id_of(problem: Problem) -> str:
    return problem.id


class Reader(HTMLParser):
    """The tags of a page with their attributes, and whether each is closed where it must be."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.inside: list[tuple[str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.inside += [(tag, outer) for outer in self.open]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def texts(problem: Problem) -> list[str]:
    """All that an author wrote for students to read before they code, and the hints."""
    asked = [
        p
        for prediction in problem.file.predict.values()
        for p in (prediction.ask, *prediction.choices, *prediction.wrong.values())
    ]
    return [statement(problem), problem.file.title, contract(problem), *problem.file.hints, *asked]


@pytest.mark.parametrize("problem", PROBLEMS, ids=id_of)
def test_every_formula_of_a_problem_becomes_mathml(problem):
    from grader.report.markup import _with_figures

    formulas = 0
    for text in texts(problem):
        for block in _with_figures().parse(text):
            for token in [block, *(block.children or [])]:
                if token.type.startswith("math"):
                    formulas += 1
                    assert mathml(token.content, block="block" in token.type)
                elif token.type == "text":
                    assert "$" not in token.content, token.content
    assert formulas or not re.search(r"\$[^$]+\$", "".join(texts(problem)))


@pytest.mark.parametrize("problem", PROBLEMS, ids=id_of)
def test_no_line_that_happens_to_begin_with_a_number_is_taken_for_a_list(problem):
    lines = statement(problem).splitlines()
    wrapped = [
        (before, line)
        for before, line in pairwise(lines)
        if re.match(r"\d+[.)] |[+*] ", line) and not re.match(r"\s|$|[-+*] |\d+[.)] ", before)
    ]
    assert [pair for pair in wrapped if not is_item(lines, pair[1])] == []


def is_item(lines: list[str], line: str) -> bool:
    """Whether it goes on with a list that began behind an empty line."""
    number = int(re.match(r"\d*", line)[0] or 0)
    return any(other.startswith(f"{number - 1}. ") for other in lines[: lines.index(line)])


@pytest.mark.parametrize("problem", PROBLEMS, ids=id_of)
def test_a_page_is_whole_loads_nothing_and_has_an_outline(problem):
    html = page(problem, BANK.course)
    read = Reader(html)
    assert read.open == []
    names = [tag for tag, _ in read.tags]
    assert not {"script", "img", "link", "iframe"} & set(names)
    # The one link is to what stands further down.
    assert [attrs["href"] for tag, attrs in read.tags if tag == "a"] == ["#main"]
    assert not re.search(r"(?:src|href)=\"(?!#)|url\(|@import", html)
    headings = re.findall(r"<h(\d)>(.*?)</h\d>", html)
    assert [level for level, _ in headings if level == "1"] == ["1"]
    parts = [text for level, text in headings if level == "2"]
    assert parts[:4] == ["The task", "What it is", "Picture it", "In the network"]
    assert parts[-2:] == ["What to write", "Examples"]
    ids = re.findall(r'\bid="([^"]*)"', html)
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("problem", WITH_FIGURE, ids=id_of)
def test_the_figure_stands_in_the_page_behind_the_words_that_it_pictures(problem):
    html = page(problem, BANK.course)
    between = html.split("<h2>Picture it</h2>")[1].split("<h2>In the network</h2>")[0]
    assert between.count("<svg") == html.count("<svg") == 1
    assert "prefers-color-scheme:dark" in between
    # A figure is no part of a paragraph.
    assert ("figure", "p") not in Reader(html).inside
    assert "figure.svg" not in html


def test_a_page_shows_the_values_of_the_student():
    problem = next(
        p for p in PROBLEMS if p.template and "{{" in (p.folder / "statement.md").read_text()
    )
    mine = problem_for(BANK, problem.id, "ada")
    assert "your values" in page(mine, BANK.course)
    assert "{{" not in page(mine, BANK.course)
    others = {
        page(problem_for(BANK, problem.id, who), BANK.course)
        for who in ("ada", "bob", "cem", "dee")
    }
    assert len(others) > 1


def test_an_image_of_no_known_figure_or_inside_a_sentence_is_shown_as_typed():
    html = render_statement(
        "![Out.](http://evil.example/a.svg)\n\nSee ![in](figure.svg) it.", {"figure.svg": "<svg>"}
    )
    assert "<img" not in html and "<svg>" not in html
    assert "![Out.](http://evil.example/a.svg)" in html
    assert "![in](figure.svg)" in html


def test_markup_in_a_statement_is_shown_as_typed():
    html = render_statement("# <b>x</b>\n\n<script>x</script> [a](http://b)", {})
    assert "<h1>&lt;b&gt;x&lt;/b&gt;</h1>" in html
    assert "<script" not in html and "<a" not in html


def test_a_terminal_is_told_a_figure_in_words():
    told = in_words("Text.\n\n![A bar\nof 3.](figure.svg)\n\n`![code](figure.svg)`\n")
    assert told == "Text.\n\n*Figure: A bar of 3.*\n\n`![code](figure.svg)`\n"


def test_images_know_their_line_and_whether_they_stand_alone():
    text = "A\n\n![one](a.svg)\n\nsee ![two](b.svg)\n\n```\n![three](c.svg)\n```\n"
    found = [(image.alt, image.target, image.line, image.is_alone) for image in images(text)]
    assert found == [("one", "a.svg", 3, True), ("two", "b.svg", 5, False)]


def test_show_writes_the_page_and_says_nothing_else(tmp_path):
    def show(*arguments: str):
        return CliRunner().invoke(cli, ["--course", str(ROOT), "show", "axpy", *arguments])

    assert show("--html", str(tmp_path / "axpy.html")).output == ""
    written = (tmp_path / "axpy.html").read_text("utf-8")
    assert written == page(BANK.problem("axpy"), BANK.course) == show("--html", "-").stdout
    both = show("--html", "-", "--starter")
    assert (both.exit_code, both.stdout) == (2, "")
    assert "--starter, --html and --notebook do not go together; give one" in both.stderr
    assert "Figure: In the plane, y goes from the origin" in show().stdout


def shown(name):
    """The examples of a problem of the bank, as its contract shows them."""
    text = contract(BANK.problem(name))
    return text[text.index("## Examples") :]


def test_an_example_is_the_call_that_is_meant():
    assert "unbroadcast([[1, 2, 3], [10, 20, 30]], (2, 1))  # [[6], [60]]" in shown(
        "broadcast_backward"
    )
    assert "collapse([([[2]], [1]), ([[3]], [5])])  # ([[6]], [8])" in shown(
        "stack_of_linear_layers"
    )
    assert "softmax([[0, 1], [0, 3]], axis=0)  # " in shown("softmax")
    assert "A list stands for an array" in shown("softmax")
    assert "A list stands for an array" not in shown("value_autodiff")


@pytest.mark.parametrize("problem", PROBLEMS, ids=lambda problem: problem.id)
def test_examples_import_a_module_once_and_lines_stand_apart(problem):
    lines = shown(problem.id).splitlines()
    imports = [line for line in lines if line.startswith("import ")]
    assert len(set(imports)) == len(imports)
    if any("\n" in (example.run or "").strip() for example in problem.file.examples):
        outcomes = [i for i, line in enumerate(lines) if "  # " in line][:-1]
        assert all(lines[i + 1] == "" for i in outcomes)


def test_a_default_is_told_in_words():
    assert "- `axis`: int (default -1)" in contract(BANK.problem("softmax"))
