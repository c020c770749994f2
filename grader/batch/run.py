"""A class from its inbox to its pages: what `grader batch` does."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from grader.batch.folder import opened
from grader.batch.pool import grade_all
from grader.batch.worker import Course, Done, Job
from grader.errors import GraderError
from grader.intake.inbox import read_inbox
from grader.model import Bank, Report
from grader.model.record import Record
from grader.report.files import write_atomically
from grader.report.grades import grades_csv
from grader.report.html import page
from grader.report.index import index_page
from grader.report.names import file_name
from grader.sandbox.cores import cores
from grader.store.results import Results


class Summary(Record, frozen=True):
    """What a batch did: how many submissions there are, how many were graded now, and failures."""

    submissions: int
    graded: int
    failures: tuple[str, ...]
    index: Path


def grade_class(
    bank: Bank,
    inbox: Path,
    assignment: str,
    out: Path,
    *,
    jobs: int | None = None,
    fresh: bool = False,
    unsafe: bool = False,
    times: Mapping[str, datetime] | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Summary:
    """Grades every submission in `inbox`; writes results.db, reports/, index.html and grades.csv.

    What an earlier run graded and has not changed, in submission or bank, is not graded again
    unless `fresh`. `times` says when a student handed in; others are not late. `progress` is told
    how many are done, of how many. Raises GraderError where nothing can be read or written, or the
    sandbox is too weak and `unsafe` is not said.
    """
    bank.assignment(assignment)
    entries = read_inbox(inbox)
    unknown = sorted(set(times or {}) - {entry.student for entry in entries})
    if unknown:
        raise GraderError(f"{inbox}: no submission of {', '.join(unknown)}, named in the times")
    course = Course(bank.root, bank.root / bank.course.solutions, assignment, unsafe)
    with opened(out), Results(out / "results.db") as results:
        done = {} if fresh else _done(results.reports(assignment))
        todo = [
            Job(course, e.student, e.path, (times or {}).get(e.student), done.get(e.student))
            for e in entries
        ]
        graded, failures = 0, []
        for count, (_, report) in enumerate(grade_all(todo, jobs or cores()), 1):
            if isinstance(report, GraderError):
                failures.append(str(report))
            elif report is not None:
                # The pages first: whoever is killed in between grades this one again.
                _write_report(out, report)
                results.save(report)
                graded += 1
            progress(count, len(todo))
        for student in results.remove_absent([e.student for e in entries], assignment):
            _report_path(out, student, "json").unlink(missing_ok=True)
            _report_path(out, student, "html").unlink(missing_ok=True)
        _write_class(out, results.reports(assignment), bank.course.title)
    return Summary(len(todo), graded, tuple(failures), out / "index.html")


def _done(reports: Sequence[Report]) -> dict[str, Done]:
    return {
        report.student: Done(report.submission, report.bank, report.late)
        for report in reports
        if not report.provisional and report.submission
    }


def _write_report(out: Path, report: Report) -> None:
    write_atomically(_report_path(out, report.student, "json"), report.to_json())
    write_atomically(_report_path(out, report.student, "html"), page(report).encode())


def _write_class(out: Path, reports: Sequence[Report], title: str) -> None:
    links = {r.student: f"reports/{file_name(r.student)}.html" for r in reports}
    for report in reports:
        if not all(_report_path(out, report.student, form).exists() for form in ("json", "html")):
            _write_report(out, report)
    write_atomically(out / "index.html", index_page(reports, title, links).encode())
    write_atomically(out / "grades.csv", grades_csv(reports).encode())


def _report_path(out: Path, student: str, suffix: str) -> Path:
    return out / "reports" / f"{file_name(student)}.{suffix}"
