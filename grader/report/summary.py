"""What a class's reports say together: rates, the commonest mistakes, and what went wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median

from grader.model import CheckReport, ProblemReport, Report
from grader.report import words


@dataclass(frozen=True)
class CheckRate:
    """How many of those on whom a check was decided passed it."""

    problem: ProblemReport
    check: CheckReport
    passed: int
    decided: int

    @property
    def not_passed(self) -> int:
        return self.decided - self.passed


@dataclass(frozen=True)
class MistakeCount:
    """A listed mistake, and how many students it looks like."""

    problem: ProblemReport
    say: str
    students: int


@dataclass(frozen=True)
class Trouble:
    """A check that broke, with its inner message: for the instructor only."""

    student: str
    problem: ProblemReport
    check: CheckReport


@dataclass(frozen=True)
class Summary:
    """The class. `counted` are the reports with a score; mean and median are shares of 0 to 1."""

    reports: tuple[Report, ...]
    counted: tuple[Report, ...]
    unreadable: tuple[Report, ...]
    provisional: tuple[Report, ...]
    troubles: tuple[Trouble, ...]
    problems: tuple[ProblemReport, ...]
    mean: float
    median: float
    rates: tuple[CheckRate, ...]
    mistakes: tuple[MistakeCount, ...]


def summarise(reports: Sequence[Report]) -> Summary:
    """The reports, sorted by student, seen as one class. A report without problems is one of a
    submission that could not be read; it has no score and is in no mean.
    """
    ordered = tuple(sorted(reports, key=lambda report: report.student))
    counted = tuple(report for report in ordered if report.max_score > 0)
    shares = [report.score / report.max_score for report in counted]
    problems = {p.id: p for report in ordered for p in report.problems}
    return Summary(
        reports=ordered,
        counted=counted,
        unreadable=tuple(report for report in ordered if not report.problems),
        provisional=tuple(report for report in ordered if report.provisional),
        troubles=tuple(
            Trouble(report.student, problem, check)
            for report in ordered
            for problem in report.problems
            for check in problem.checks
            if check.status == "broken"
        ),
        problems=tuple(problems.values()),
        mean=fmean(shares) if shares else 0.0,
        median=median(shares) if shares else 0.0,
        rates=_rates(ordered),
        mistakes=_mistakes(ordered),
    )


def _rates(reports: Sequence[Report]) -> tuple[CheckRate, ...]:
    """Every check in the order of the bank."""
    seen: dict[tuple[str, str], tuple[ProblemReport, CheckReport]] = {}
    decided: Counter[tuple[str, str]] = Counter()
    passed: Counter[tuple[str, str]] = Counter()
    for report in reports:
        for problem in report.problems:
            for check in problem.checks:
                key = (problem.id, check.id)
                seen.setdefault(key, (problem, check))
                kind = words.kind(check.status)
                decided[key] += kind != "none"
                passed[key] += kind == "good"
    return tuple(CheckRate(*pair, passed[key], decided[key]) for key, pair in seen.items())


def _mistakes(reports: Sequence[Report]) -> tuple[MistakeCount, ...]:
    """Every diagnosis made, the commonest first."""
    seen: dict[tuple[str, str], tuple[ProblemReport, str]] = {}
    count: Counter[tuple[str, str]] = Counter()
    for report in reports:
        for problem in report.problems:
            for diagnosis in problem.diagnosis:
                key = (problem.id, diagnosis.mistake)
                seen.setdefault(key, (problem, diagnosis.say))
                count[key] += 1
    found = (MistakeCount(*seen[key], number) for key, number in count.items())
    return tuple(sorted(found, key=lambda m: (-m.students, m.problem.id, m.say)))
