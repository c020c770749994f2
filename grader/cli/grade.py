"""`grader grade PATH`: full grading of one submission."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli.common import open_bank, say_whose_values, write_output
from grader.errors import GraderError

if TYPE_CHECKING:
    from grader.model import Bank, Report, Submission


@click.command("grade")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--assignment", metavar="A", help="Grade the problems of this assignment.")
@click.option("--problem", "problems", metavar="ID", multiple=True, help="Grade this problem.")
@click.option("--student", metavar="NAME", help="Else the name of the file or folder.")
@click.option("--submitted", metavar="TIME", help="When, with zone: 2026-12-06T23:59:00+01:00.")
@click.option("--json", "json_file", metavar="FILE", help="Write the report; `-` for stdout.")
@click.option("--html", "html_file", metavar="FILE", help="Write a page; `-` for stdout.")
@click.option("--unsafe", is_flag=True, help="Grade even where the sandbox is too weak.")
@click.pass_context
def command(
    ctx: click.Context,
    path: Path,
    assignment: str | None,
    problems: tuple[str, ...],
    student: str | None,
    submitted: str | None,
    json_file: str | None,
    html_file: str | None,
    unsafe: bool,
) -> None:
    """Grade the submission PATH in full: a .py, an .ipynb, a folder or a .zip.

    Without --assignment or --problem, every problem that the submission attempts is graded. A
    problem with values of each student's own has its first ones unless --student says whose.
    """
    from grader.batch.times import as_time
    from grader.intake.submission import read_submission

    bank = open_bank(ctx)
    time = as_time(submitted, "--submitted") if submitted else None
    submission = read_submission(path, student, time)
    report = grade_one(
        bank, submission, assignment, problems, unsafe=unsafe, values_of=student or ""
    )
    say_whose_values([bank.problem(problem.id) for problem in report.problems], student or "")
    if json_file:
        write_output(json_file, report.to_json())
    if html_file:
        from grader.report.html import page

        write_output(html_file, page(report).encode())
    if "-" not in (json_file, html_file):
        from rich.console import Console

        from grader.report.terminal import show_report

        show_report(report, Console())


def grade_one(
    bank: Bank,
    submission: Submission,
    assignment: str | None,
    problems: tuple[str, ...],
    *,
    public_only: bool = False,
    unsafe: bool = False,
    values_of: str | None = None,
) -> Report:
    """The report on the problems named, else the assignment's, else those attempted, with the
    values of the student `values_of`, else of the one whose submission it is.

    SandboxError where too few rings hold for hidden checks, unless `unsafe`.
    """
    from grader.judge.judge import Judge

    names = list(problems)
    if not names and assignment:
        names = list(bank.assignment(assignment).problems)
    if not public_only:
        refuse_without_solutions(bank)
    with Judge(bank, names or list(bank.problems), public_only=public_only, unsafe=unsafe) as judge:
        found = names or judge.attempted(submission, values_of)
        if not found:
            raise GraderError(
                f"{submission.student}: no function of the course's problems is defined here; "
                "name the problem with --problem or the assignment with --assignment"
            )
        explain = not public_only
        return judge.grade(submission, found, assignment, explain=explain, values_of=values_of)


def refuse_without_solutions(bank: Bank) -> None:
    """GraderError where the hidden checks are not at hand."""
    if all(problem.secret is None for problem in bank.problems.values()):
        raise GraderError(
            f"{bank.root / bank.course.solutions}: the solutions are not here, so nothing can be "
            "graded; set GRADER_SOLUTIONS, or run the public checks with `grader check`"
        )
