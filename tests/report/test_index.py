from __future__ import annotations

import msgspec

from grader.model import Report
from grader.report.index import index_page
from grader.report.summary import summarise


def test_the_figures_are_over_those_with_a_score(
    perfect: Report, partial: Report, provisional: Report, unreadable: Report
) -> None:
    summary = summarise([unreadable, provisional, partial, perfect])
    assert [r.student for r in summary.reports] == ["ada", "emmy", "grace", "kurt"]
    assert summary.median == 0.75
    assert abs(summary.mean - (5.6 / 15 + 0.75 + 1) / 3) < 1e-12
    assert [r.student for r in summary.unreadable] == ["kurt"]


def test_a_broken_check_is_in_no_rate(provisional: Report) -> None:
    rates = {rate.check.id: rate for rate in summarise([provisional]).rates}
    assert (rates["w1"].passed, rates["w1"].decided) == (0, 0)
    assert (rates["relu"].passed, rates["relu"].decided) == (0, 1)


def test_the_commonest_mistake_is_counted_once_a_student(partial: Report) -> None:
    twin = msgspec.structs.replace(partial, student="bob")
    (mistake,) = summarise([partial, twin]).mistakes
    assert mistake.students == 2
    text = index_page([partial, twin], "Course", {})
    assert "2 students" in text and "not passed by 2 of 2" in text


def test_provisional_and_unreadable_are_shouted_with_their_reasons(
    provisional: Report, unreadable: Report
) -> None:
    text = index_page([provisional, unreadable], "Course", {})
    assert "PROVISIONAL: 1 to be graded again" in text
    assert "SandboxError: the zygote answered nothing" in text
    assert "UNREADABLE: 1 without a score" in text and "this is no notebook" in text


def test_a_link_is_a_quoted_relative_path(perfect: Report) -> None:
    text = index_page([perfect], "Course", {"grace": "reports/a b#c%.html"})
    assert 'href="reports/a%20b%23c%25.html"' in text
    assert "javascript:" not in index_page([perfect], "C", {"grace": "javascript:alert(1)"})


def test_an_empty_class_has_a_page() -> None:
    assert "<dd>0</dd>" in index_page([], "Course", {})
