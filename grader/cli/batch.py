"""`grader batch INBOX`: a class."""

from __future__ import annotations

from pathlib import Path

import click

from grader.cli.common import open_bank


@click.command("batch")
@click.argument("inbox", type=click.Path(path_type=Path))
@click.option("--assignment", metavar="A", required=True, help="The assignment to grade.")
@click.option(
    "--out", metavar="DIR", required=True, type=click.Path(path_type=Path), help="Where to write."
)
@click.option("--jobs", metavar="N", type=click.IntRange(1), help="Judges; else one a core.")
@click.option("--times", metavar="CSV", type=click.Path(path_type=Path), help="student,submitted.")
@click.option("--fresh", is_flag=True, help="Grade again what an earlier run graded.")
@click.option("--unsafe", is_flag=True, help="Grade even where the sandbox is too weak.")
@click.pass_context
def command(
    ctx: click.Context,
    inbox: Path,
    assignment: str,
    out: Path,
    jobs: int | None,
    times: Path | None,
    fresh: bool,
    unsafe: bool,
) -> None:
    """Grade every submission in the folder INBOX, one file, folder or zip a student.

    Writes results.db, reports/, index.html and grades.csv under --out. A second run grades only
    what has changed. Exit code 1 if a submission could not be graded.
    """
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from grader.batch.run import grade_class
    from grader.batch.times import read_times
    from grader.cli.grade import refuse_without_solutions

    bank = open_bank(ctx)
    refuse_without_solutions(bank)
    columns = TextColumn("grading"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("grading")
        summary = grade_class(
            bank,
            inbox,
            assignment,
            out,
            jobs=jobs,
            fresh=fresh,
            unsafe=unsafe,
            times=read_times(times) if times else None,
            progress=lambda done, total: bar.update(task, completed=done, total=total),
        )
    same = summary.submissions - summary.graded - len(summary.failures)
    click.echo(f"{summary.submissions} submissions: {summary.graded} graded, {same} unchanged")
    click.echo(f"pages   {summary.index}")
    click.echo(f"grades  {out / 'grades.csv'}")
    for failure in summary.failures:
        click.echo(f"grader: {failure}", err=True)
    if summary.failures:
        ctx.exit(1)
