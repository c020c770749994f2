"""A report in the terminal, from 60 columns up, with or without colour."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from grader.model import CheckReport, Diagnosis, ProblemReport, Report
from grader.report import words
from grader.report.text import clean, one_line

_STYLES: dict[words.Kind, str] = {"good": "green", "bad": "red", "none": "yellow"}
_WIDEST = 100
_BAR = 24
_INDENT = 4
# For consoles that know no Unicode.
_ASCII = str.maketrans(
    {"✓": "+", "✗": "x", "\u2013": "-", "─": "-", "·": "-", "█": "#", "░": ".", "…": "..."}
)


def show_report(report: Report, console: Console) -> None:
    """Print the report. What it says is in words; colour and marks only repeat it.

    Everything that may come from a student is printed as it stands, without console markup, and
    freed of control, ANSI and direction-changing characters.
    """
    page = _Page(console)
    width = min(console.width, _WIDEST)
    for block in page.blocks(report):
        console.print(block, width=width, markup=False, highlight=False, emoji=False)


class _Page:
    """The blocks of a report, in characters that the console's encoding has."""

    def __init__(self, console: Console) -> None:
        self._encoding = console.encoding

    def blocks(self, report: Report) -> Iterator[RenderableType]:
        yield self._title(report)
        yield self._score(report)
        if report.provisional:
            yield Text()
            yield self._text("PROVISIONAL", "bold reverse yellow")
            yield self._text(words.PROVISIONAL, "yellow")
        for problem in report.problems:
            yield Text()
            yield from self._problem(problem)
        if report.notes:
            yield Text()
            yield self._text("Notes on what you handed in", "bold")
            for note in report.notes:
                yield Padding(self._text(f"- {one_line(note)}"), (0, 0, 0, 2))

    def _text(self, text: str, style: str = "") -> Text:
        try:
            text.encode(self._encoding)
        except UnicodeEncodeError:
            text = text.translate(_ASCII).encode(self._encoding, "replace").decode(self._encoding)
        return Text(text, style)

    def _title(self, report: Report) -> Text:
        parts = [report.student, report.assignment or ""]
        return self._text(" · ".join(one_line(part) for part in parts if part), "bold")

    def _score(self, report: Report) -> Group:
        if report.max_score <= 0:
            return Group(self._text("Score: nothing could be counted", "bold"))
        share = words.percent(report.score, report.max_score)
        full = round(_BAR * share / 100)
        # A bar must not look full, or empty, when it is not.
        full = min(max(full, int(share > 0)), _BAR - int(share < 100))
        line = Text.assemble(
            self._text(f"Score: {words.number(report.score)} of ", "bold"),
            self._text(f"{words.points(report.max_score)}  ", "bold"),
            self._text("█" * full, "green"),
            self._text("░" * (_BAR - full), "bright_black"),
            self._text(f"  {share} %"),
        )
        late = words.late_sentence(report)
        return Group(line, self._text(late, "yellow")) if late else Group(line)

    def _problem(self, problem: ProblemReport) -> Iterator[RenderableType]:
        yield Rule(style="bright_black", characters=self._text("─").plain)
        head = Table.grid(expand=True, padding=(0, 1))
        head.add_column(ratio=1, overflow="fold")
        head.add_column(justify="right", no_wrap=True)
        title = self._text(one_line(problem.title), "bold")
        head.add_row(title, self._text(words.problem_points(problem), "bold"))
        yield head
        notes = words.tally(problem), words.weight_note(problem), words.values_note(problem)
        about = one_line(problem.id), *map(one_line, notes)
        yield self._text(" · ".join(part for part in about if part), "bright_black")
        for check in problem.checks:
            yield self._check(check)
            details = list(self._details(problem, check))
            if details:
                yield Padding(Group(*details), (0, 0, 0, _INDENT))
        for diagnosis in problem.diagnosis:
            yield Padding(self._diagnosis(diagnosis), (1, 0, 0, 2))

    def _check(self, check: CheckReport) -> Table:
        kind = words.kind(check.status)
        row = Table.grid(expand=True, padding=(0, 1))
        row.add_column(width=1)
        row.add_column(width=max(map(len, words.STATUS_WORDS.values())), no_wrap=True)
        row.add_column(ratio=1, overflow="fold")
        row.add_column(justify="right", no_wrap=True)
        row.add_row(
            self._text(words.MARKS[kind], _STYLES[kind]),
            self._text(words.STATUS_WORDS[check.status], _STYLES[kind]),
            self._text(one_line(check.title)),
            self._text(words.check_points(check)),
        )
        return row

    def _details(self, problem: ProblemReport, check: CheckReport) -> Iterator[RenderableType]:
        message = clean(words.check_message(problem, check)).strip()
        if message:
            yield self._text(message)
        shown = check.counterexample
        if shown is not None:
            table = Table.grid(padding=(0, 2))
            table.add_column(style="bright_black", no_wrap=True)
            table.add_column(overflow="fold")
            for name, value in (
                ("call", shown.call),
                ("expected", shown.expected),
                ("actual", shown.actual),
            ):
                table.add_row(self._text(name), self._text(clean(value)))
            yield Padding(table, (0, 0, 0, 2))
        if check.hint and words.kind(check.status) == "bad":
            yield self._labelled("Hint: ", check.hint, "cyan")

    def _diagnosis(self, diagnosis: Diagnosis) -> Text:
        return self._labelled("This looks like: ", diagnosis.say, "bold magenta")

    def _labelled(self, label: str, text: str, style: str) -> Text:
        return Text.assemble(self._text(label, style), self._text(one_line(text)))
