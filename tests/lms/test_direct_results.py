"""What stands in results.json, for whom, and that a student's text can do nothing in it."""

from __future__ import annotations

import html
import json
import re
from datetime import UTC, timedelta
from html.parser import HTMLParser

import mistune
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from grader.export import entries, markdown
from grader.export.direct.results import results_of
from grader.export.feedback import Said, Told
from grader.export.grading import Graded, grade_work, read_work
from grader.export.plain_page import plain_page
from grader.model import Counterexample
from grader.report.html import page

WRONG = """
def add_up(numbers, start=0.0):
    return start + sum(map(abs, numbers))

def mean_of(numbers):
    raise ValueError("</pre><script>alert(1)</script> ``` [x](http://x.y) **b**")
"""
TOP = {"output", "output_format", "stdout_visibility", "score", "tests"}
TEST = {"name", "number", "status", "score", "max_score", "output", "output_format"}
TEST |= {"visibility", "tags"}


@pytest.fixture(scope="module")
def graded(small, tmp_path_factory):
    """Work with a mistake and with an error whose text is hostile."""
    work = tmp_path_factory.mktemp("work") / "ada.py"
    work.write_text(WRONG)
    return grade_work(small, "week1", read_work(work, {}))


@pytest.fixture(scope="module")
def results(graded):
    return results_of(graded)


def changed(graded, **changes):
    """The same with changes to its report."""
    report = msgspec.structs.replace(graded.report, **changes)
    return Graded(report, entries.of_report(report))


def with_check(graded, **changes):
    """The same with its first check changed."""
    first, *rest = graded.report.problems
    check = msgspec.structs.replace(first.checks[0], **changes)
    problem = msgspec.structs.replace(first, checks=(check, *first.checks[1:]))
    return changed(graded, problems=(problem, *rest))


# The shape


def test_only_keys_that_gradescope_knows_are_written(results):
    assert set(results) <= TOP
    assert all(set(test) <= TEST for test in results["tests"])
    assert json.loads(json.dumps(results, allow_nan=False)) == results


def test_every_check_is_a_test_with_its_points_and_they_add_up(graded, results):
    checks = [check for problem in graded.report.problems for check in problem.checks]
    scored = [test for test in results["tests"] if "score" in test]
    assert len(scored) == len(checks)
    assert sum(test["score"] for test in scored) == graded.report.raw_score
    assert sum(test["max_score"] for test in scored) == graded.report.max_score
    for test, check in zip(scored, checks, strict=True):
        assert test["name"].endswith(f": {check.title}")
        assert test["status"] == ("passed" if check.status == "passed" else "failed")
        assert test["output_format"] == "md"


def test_the_numbers_count_problems_and_their_checks(results):
    numbers = [test["number"] for test in results["tests"]]
    assert numbers[:2] == ["1.1", "1.2"]
    assert len(set(numbers)) == len(numbers)
    assert numbers[-1] == "3"


def test_public_checks_are_shown_at_once_and_hidden_ones_with_the_grades(graded, results):
    shown = {test["name"]: test["visibility"] for test in results["tests"]}
    for problem in graded.report.problems:
        for check in problem.checks:
            wanted = "visible" if check.visibility == "public" else "after_published"
            assert shown[f"{problem.id}: {check.title}"] == wanted
    assert shown["Report"] == "after_published"
    assert shown["add_up: Diagnosis"] == "after_published"
    assert results["stdout_visibility"] == "hidden"


def test_before_the_grades_are_published_nothing_tells_of_a_hidden_check(graded, results):
    at_once = [test for test in results["tests"] if test["visibility"] == "visible"]
    text = json.dumps([at_once, {k: v for k, v in results.items() if k != "tests"}])
    hidden = [c for p in graded.report.problems for c in p.checks if c.visibility == "hidden"]
    assert hidden
    for check in hidden:
        assert check.title not in text
        assert not check.hint or check.hint not in text
    for problem in graded.report.problems:
        assert all(found.say not in text for found in problem.diagnosis)
    # Neither a sum, nor how long it took.
    assert "score" not in results
    assert "execution_time" not in results


def test_lateness_stands_above_the_tests_and_their_points_are_before_it(small, tmp_path):
    (tmp_path / "ada.py").write_text(WRONG)
    due = small.assignment("week1").due.astimezone(UTC)
    created = (due + timedelta(days=1, hours=1)).isoformat()
    work = read_work(tmp_path / "ada.py", {"created_at": created})
    graded = grade_work(small, "week1", work)
    results = results_of(graded)
    assert results["score"] == graded.report.score == pytest.approx(0.8 * graded.report.raw_score)
    total = sum(test.get("score", 0) for test in results["tests"])
    assert total == graded.report.raw_score > results["score"] > 0
    assert "Handed in 2 days late: 20 % of your points is taken off." in shown(results["output"])


def test_what_cannot_be_read_earns_nothing_and_says_why_at_once(small, tmp_path):
    (tmp_path / "a*b*.py").write_bytes(b"\xff\xfe\x00")
    results = results_of(grade_work(small, "week1", read_work(tmp_path / "a*b*.py", {})))
    assert "could not be read, so nothing of it was graded" in results["output"]
    assert "a*b*.py" in shown(results["output"])
    assert [test["status"] for test in results["tests"]] == ["failed"] * len(results["tests"])
    assert sum(test["score"] for test in results["tests"]) == 0
    assert sum(test["max_score"] for test in results["tests"]) == 9
    assert all("not read, see above" in test["output"] for test in results["tests"])


def test_a_broken_check_counts_for_nothing_and_the_results_say_provisional(graded):
    broken = with_check(graded, status="broken", message="KeyError: the salt", points=0.0)
    results = results_of(changed(broken, provisional=True))
    first = results["tests"][0]
    assert (first["score"], first["max_score"], first["status"]) == (0, 0, "failed")
    assert "our fault, not yours" in first["output"]
    assert "provisional" in results["output"]
    assert "KeyError" not in json.dumps(results)


# Markdown

COMMONMARK = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
OTHER = mistune.create_markdown(
    escape=False,
    plugins=["strikethrough", "table", "url", "footnotes", "task_lists", "math", "spoiler"],
)
NASTY = [
    "```\n</code></pre><script>alert(1)</script>\n```",
    "~~~\nx\n~~~ ``` ```` `````",
    "</pre><img src=x onerror=alert(1)>",
    "<!-- x --> <b>bold</b> &lt; &amp; &#60;",
    "[a](javascript:x) ![b](http://x/y) <http://x.y> http://x.y www.x.y a@b.c [1]: http://x",
    "*a* **b** _c_ __d__ ~~e~~ `f` $g$ $$h$$ ^i^ >!j!<",
    "# heading",
    "1. one",
    "12) twelve",
    "- item\n+ item\n* item\n- [ ] task",
    "> quote",
    "---\n===\n***",
    "a | b\n--|--\n1 | 2",
    "    indented",
    "\\`x\\` \\",
    "`` ` `` ``` ` ```",
    "`</code><script>`",
    ":smile: {attr=1} [^1]",
    "a  \nb\\\nc",
]


class Reader(HTMLParser):
    """The tags of HTML, and its text as a reader sees it."""

    def __init__(self, source):
        super().__init__()
        self.tags, self.text, self.attributes = set(), "", []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes += attrs

    def handle_data(self, data):
        self.text += data


def rendered(source):
    return [Reader(COMMONMARK.render(source)), Reader(OTHER(source))]


def shown(source):
    """What a student reads of Markdown."""
    return " ".join(Reader(COMMONMARK.render(source)).text.split())


def without_spans(text):
    """The line as it reads: white space as one space, `code` without its backticks."""
    line = " ".join(text.split())
    return re.sub(r"`([^`]*[^`\s][^`]*)`", lambda found: found[1].strip(), line)


@pytest.mark.parametrize("text", NASTY)
def test_a_line_reads_as_it_is_written_in_two_dialects(text):
    for reader in rendered(markdown.line(text)):
        assert reader.tags <= {"p", "code"}
        assert " ".join(reader.text.split()) == " ".join(without_spans(text).split())


@pytest.mark.parametrize("text", NASTY)
def test_a_block_cannot_be_left_in_two_dialects(text):
    for reader in rendered(f"before\n\n{markdown.block(text)}\n\nafter"):
        assert reader.tags == {"p", "pre", "code"}
        words = reader.text.split()
        assert words == ["before", *text.split(), "after"]


@settings(max_examples=300, deadline=None)
@given(st.text("`~<>/!-[](){}*_#&;:.|$@\\=+1a \n", max_size=40))
def test_no_text_means_anything_as_a_line_or_in_a_block(text):
    for reader in rendered(markdown.line(text)):
        assert reader.tags <= {"p", "code"}
    for reader in rendered(markdown.block(text)):
        assert reader.tags == {"pre", "code"}
        assert reader.text.split() == text.split()


def test_an_entry_has_its_parts_in_order_and_the_call_in_a_block():
    said = Said(
        status="✗ failed, 0 of 2 points",
        message="It is `x`, not *y*.",
        shown=(("call", "f('```')"), ("actual", "1\n2")),
        hint="Look at `sum`.",
    )
    assert markdown.of_entry(said).split("\n") == [
        "**✗ failed, 0 of 2 points**",
        "",
        "It is `x`, not &#42;y&#42;.",
        "",
        "````",
        "    call      f('```')",
        "    actual    1",
        "              2",
        "````",
        "",
        "**Hint:** Look at `sum`.",
    ]


def test_a_message_of_several_lines_keeps_them():
    text = markdown.of_entry(Said(status="✗", message="a  b\nc"))
    assert text == "**✗**\n\n```\n    a  b\n    c\n```"


def test_notes_are_a_list_below_their_sentence():
    parts = (Told("Late."), Told("Notes:", ("*a*", "b")))
    assert markdown.of_submission(parts) == "Late.\n\nNotes:\n\n- &#42;a&#42;\n- b"


def test_the_text_of_a_students_exception_is_only_read(results):
    [test] = [
        test
        for test in results["tests"]
        if test["name"].startswith("mean_of") and test["visibility"] == "visible"
    ]
    for reader in rendered(test["output"]):
        assert reader.tags <= {"p", "strong", "code", "pre"}
        assert "</pre><script>alert(1)</script>" in reader.text
        assert "[x](http://x.y) **b**" in reader.text


# The report as HTML

PLAIN = {"h3", "h4", "p", "ul", "ol", "li", "dl", "dt", "dd", "div", "pre", "code", "strong", "em"}


def test_the_report_has_plain_elements_alone_and_no_attribute(graded, results):
    [test] = [test for test in results["tests"] if test["name"] == "Report"]
    assert test["output_format"] == "html"
    reader = Reader(test["output"])
    assert reader.tags <= PLAIN
    assert reader.attributes == []
    assert "</pre><script>alert(1)</script>" in reader.text
    assert "score" not in test


def test_the_report_says_what_the_page_says(graded):
    whole, plain = page(graded.report), Reader(plain_page(page(graded.report))).text
    assert f"{graded.report.score:g} of 9 points" in " ".join(plain.split())
    for problem in graded.report.problems:
        assert problem.title in plain
        for check in problem.checks:
            assert check.title in plain
        for found in problem.diagnosis:
            assert html.escape(found.say) in whole
            assert found.say in plain


def test_styles_scripts_and_what_is_hidden_are_left_out():
    source = (
        "<html><head><style>p {}</style><title>t</title></head><body class='x'>"
        "<a class='skip' href='#main'>Skip</a><span aria-hidden='true'>✗</span>"
        "<p onclick='x'>kept<br>too</p><script>alert(1)</script></body></html>"
    )
    assert plain_page(source) == "<div><p>kept<br>too</p></div>"


def test_a_table_becomes_lines_in_columns():
    source = (
        "<table><caption>yours</caption><tr><th>at</th><th>what it is</th></tr>"
        "<tr><td>&lt;0&gt;</td><td><span aria-hidden='true'>✗ </span>4 <div>far off</div></td></tr>"
        "</table>"
    )
    assert plain_page(source) == "<pre>yours\nat   what it is\n&lt;0&gt;  4 far off</pre>"


def test_a_picture_becomes_its_words_and_a_formula_a_line():
    picture = "<svg><title>Two vectors</title><desc>a to the right</desc><text>9</text></svg>"
    assert plain_page(picture) == "<p>Two vectors a to the right</p>"
    formula = (
        "<math><mfrac><msup><mi>x</mi><mn>2</mn></msup><mn>2</mn></mfrac><mo>+</mo>"
        "<msqrt><msub><mi>y</mi><mi>i</mi></msub></msqrt></math>"
    )
    assert plain_page(formula) == "<code>(x^(2))/(2)+sqrt(y_(i))</code>"


def test_a_counterexample_with_markup_stays_text_in_the_report(graded):
    nasty = "</code></pre><img src=x onerror=alert(1)>"
    shown = Counterexample(nasty, "-1", "3")
    results = results_of(with_check(graded, status="failed", counterexample=shown))
    reader = Reader(results["tests"][-1]["output"])
    assert reader.tags <= PLAIN
    assert nasty in reader.text
