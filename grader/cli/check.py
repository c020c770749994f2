"""`grader check [PATH]`: the public checks, for the student."""

from __future__ import annotations

from pathlib import Path

import click

from grader.cli.common import open_bank, say_whose_values, student_option


@click.command("check")
@click.argument("path", type=click.Path(path_type=Path), default=Path())
@click.option("--problem", "problems", metavar="ID", multiple=True, help="Check this problem.")
@student_option
@click.pass_context
def command(ctx: click.Context, path: Path, problems: tuple[str, ...], student: str) -> None:
    """Run the public checks on your work: PATH is a .py, an .ipynb, a folder (default: here).

    Without --problem, every problem of which you wrote a function is checked. Exit code 1 if a
    check fails.
    """
    from rich.console import Console

    from grader.cli.grade import grade_one
    from grader.intake.submission import read_submission
    from grader.report.terminal import show_report

    bank = open_bank(ctx)
    submission = read_submission(path, student or None)
    report = grade_one(bank, submission, None, problems, public_only=True, values_of=student)
    show_report(report, Console())
    say_whose_values([bank.problem(problem.id) for problem in report.problems], student)
    if not report.sandbox.rings:
        click.echo("Your code ran without a sandbox, which only Linux has.", err=True)
    if any(c.status != "passed" for problem in report.problems for c in problem.checks):
        ctx.exit(1)
