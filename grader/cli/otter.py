"""`grader otter ASSIGNMENT`: the zip that Gradescope grades with, by otter-grader or without it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli.common import open_bank

if TYPE_CHECKING:
    from grader.export.verify import Compared, Way
    from grader.model import Bank


@click.command("otter")
@click.argument("assignment")
@click.option(
    "--out", metavar="ZIP", required=True, type=click.Path(path_type=Path), help="Where to write."
)
@click.option("--direct", is_flag=True, help="For Gradescope without otter: faster, and more read.")
@click.option("--verify", is_flag=True, help="Then run it, and compare with `grader grade`.")
@click.option("--jobs", metavar="N", type=click.IntRange(1), help="Runs at once; else one a core.")
@click.pass_context
def command(
    ctx: click.Context, assignment: str, out: Path, direct: bool, verify: bool, jobs: int | None
) -> None:
    """Write the autograder zip of ASSIGNMENT, for Gradescope or `otter run`.

    It holds the hidden checks and the solutions: upload it as the autograder, and give it to no
    student. Only you can read the file. With --verify, reference, starter and mistakes are run
    through it as well; exit code 1 if a score is not that of `grader grade`.
    """
    from grader.cli.grade import refuse_without_solutions

    bank = open_bank(ctx)
    refuse_without_solutions(bank)
    if direct:
        from grader.export.direct.archive import write_direct_zip as write
    else:
        from grader.export.otter.archive import write_otter_zip as write
    write(bank, assignment, out)
    click.echo(f"{out}: written; it holds the solutions, so only you can read it")
    if verify:
        with _way(out, direct) as way:
            if not _verified(bank, assignment, way, jobs):
                ctx.exit(1)


@contextmanager
def _way(out: Path, direct: bool) -> Iterator[Way]:
    from grader.export.verify import Way

    if direct:
        from grader.export.direct.tryout import unpacked

        with unpacked(out) as run:
            yield Way("run_autograder", run)
    else:
        from grader.export.otter.run import run_otter

        yield Way("otter", lambda path: run_otter(path, out))


def _verified(bank: Bank, assignment: str, way: Way, jobs: int | None) -> bool:
    import tempfile

    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from grader.export.verify import verify
    from grader.export.verify_work import write_submissions
    from grader.sandbox.cores import cores

    columns = TextColumn("verifying"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    found = []
    with (
        tempfile.TemporaryDirectory() as folder,
        Progress(*columns, console=Console(stderr=True)) as bar,
    ):
        work = write_submissions(bank, assignment, Path(folder))
        for one in bar.track(verify(bank, assignment, way, work, jobs or cores()), len(work)):
            found.append(one)
    _show(way, found)
    faults = [f"{one.name}: {fault}" for one in found for fault in one.faults]
    for fault in faults:
        click.echo(f"grader: {fault}", err=True)
    same = len(found) - len({one.name for one in found if one.faults})
    click.echo(f"{same} of {len(found)} submissions get by {way.name} what `grader grade` gives")
    return not faults


def _show(way: Way, found: list[Compared]) -> None:
    from rich.console import Console
    from rich.table import Table

    from grader.report.words import DASH

    table = Table("submission", box=None, pad_edge=False)
    for name in (way.name, "grader", "of"):
        table.add_column(name, justify="right")
    table.add_column("")
    for one in found:
        theirs = DASH if one.theirs is None else f"{one.theirs:g}"
        verdict = "[red]differs[/]" if one.faults else "[green]the same[/]"
        table.add_row(one.name, theirs, f"{one.ours:g}", f"{one.possible:g}", verdict)
    Console(highlight=False).print(table)
