from __future__ import annotations

import io
import unicodedata
from pathlib import Path

import pytest
from msgspec import structs
from rich.console import Console

from grader.model import Report
from grader.report.html import page
from grader.report.terminal import show_report

GOLDEN = Path(__file__).parent / "golden"


def shown(report: Report, width: int = 80, *, colour: bool = False, encoding: str = "utf-8") -> str:
    raw = io.BytesIO()
    file = io.TextIOWrapper(raw, encoding=encoding, newline="")
    console = Console(
        file=file,
        width=width,
        force_terminal=colour,
        color_system="truecolor" if colour else None,
        legacy_windows=False,
    )
    show_report(report, console)
    file.flush()
    return raw.getvalue().decode(encoding)


@pytest.mark.parametrize("name", ["perfect", "partial", "provisional", "unreadable"])
def test_a_report_at_80_columns_is_the_one_on_file(
    name: str, request: pytest.FixtureRequest
) -> None:
    lines = shown(request.getfixturevalue(name)).splitlines()
    text = "\n".join(line.rstrip() for line in lines) + "\n"
    assert text == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("name", ["partial", "provisional", "hostile"])
def test_no_line_is_wider_than_the_console(
    name: str, width: int, request: pytest.FixtureRequest
) -> None:
    text = shown(request.getfixturevalue(name), width)
    assert max(len(line) for line in text.splitlines()) <= width


def test_without_colour_every_status_is_still_in_words(partial: Report) -> None:
    text = shown(partial)
    for word in ("passed", "failed", "error", "out of time", "missing", "This looks like:"):
        assert word in text
    assert "\x1b" not in text


def test_colour_changes_no_word(partial: Report) -> None:
    from rich.text import Text

    coloured = shown(partial, colour=True)
    assert "\x1b[" in coloured
    assert Text.from_ansi(coloured).plain.split() == shown(partial).split()


def test_an_ascii_console_gets_marks_it_can_print(partial: Report) -> None:
    text = shown(partial, encoding="ascii")
    assert "x failed" in text and "+ passed" in text and "####" in text


def test_hostile_text_is_printed_as_it_stands_and_steers_nothing(hostile: Report) -> None:
    text = shown(hostile, 120)
    assert "[bold" in text and "[/link]" in text and ":smile:" in text and "**loud**" in text
    unseen = [c for c in text if unicodedata.category(c) in ("Cc", "Cf") and c != "\n"]
    assert unseen == []
    assert "[31m" not in text and "2J" not in text


def test_a_broken_check_is_called_our_fault_and_its_inside_stays_inside(
    provisional: Report,
) -> None:
    text = shown(provisional)
    assert "our fault, not yours. It costs you nothing." in text
    assert "PROVISIONAL" in text
    assert "secret" not in text and "Which two things" not in text


def test_seconds_and_sandbox_are_not_shown(partial: Report) -> None:
    assert "98.7" not in shown(partial) and "secret_ring" not in shown(partial)


def test_the_same_error_in_several_checks_is_told_in_full_once(partial: Report) -> None:
    problem, error = next(
        (problem, check)
        for problem in partial.problems
        for check in problem.checks
        if check.status == "raised"
    )
    checks = (*problem.checks, structs.replace(error, id="again"))
    several = structs.replace(partial, problems=(structs.replace(problem, checks=checks),))
    for text in (shown(several, 120), page(several)):
        assert text.count("Your code raised FloatingPointError") == 1
        assert text.count("The same error as above.") == 1


@pytest.mark.parametrize("form", ["terminal", "page"])
def test_a_function_that_is_missing_is_told_once_and_not_by_every_check(
    partial: Report, form: str
) -> None:
    problem = partial.problems[0]
    gone = tuple(
        structs.replace(c, status="missing", message="`softmax` is not defined.", points=0.0)
        for c in problem.checks
    )
    report = structs.replace(partial, problems=(structs.replace(problem, checks=gone),))
    text = shown(report, 120) if form == "terminal" else page(report)
    assert len(gone) > 1
    assert text.count("is not defined.") == 1
    assert text.count("missing") >= len(gone)
