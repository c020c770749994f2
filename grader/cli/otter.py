"""`grader otter ASSIGNMENT`: the zip that otter-grader and Gradescope grade with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli.common import open_bank

if TYPE_CHECKING:
    from grader.export.otter_verify import Compared
    from grader.model import Bank


@click.command("otter")
@click.argument("assignment")
@click.option(
    "--out", metavar="ZIP", required=True, type=click.Path(path_type=Path), help="Where to write."
)
@click.option("--verify", is_flag=True, help="Then run it, and compare with `grader grade`.")
@click.option(
    "--jobs", metavar="N", type=click.IntRange(1), help="Otters at once; else one a core."
)
@click.pass_context
def command(ctx: click.Context, assignment: str, out: Path, verify: bool, jobs: int | None) -> None:
    """Write the autograder zip of ASSIGNMENT, for Gradescope or `otter run`.

    It holds the hidden checks and the solutions: upload it as the autograder, and give it to no
    student. Only you can read the file. With --verify, reference, starter and mistakes are run
    through otter as well; exit code 1 if a score is not that of `grader grade`.
    """
    from grader.cli.grade import refuse_without_solutions
    from grader.export.otter_zip import write_otter_zip

    bank = open_bank(ctx)
    refuse_without_solutions(bank)
    write_otter_zip(bank, assignment, out)
    click.echo(f"{out}: written; it holds the solutions, so only you can read it")
    if verify and not _verified(bank, assignment, out, jobs):
        ctx.exit(1)


def _verified(bank: Bank, assignment: str, out: Path, jobs: int | None) -> bool:
    import tempfile

    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from grader.export.otter_verify import verify
    from grader.export.otter_work import write_submissions
    from grader.sandbox.cores import cores

    columns = TextColumn("verifying"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    found = []
    with (
        tempfile.TemporaryDirectory() as folder,
        Progress(*columns, console=Console(stderr=True)) as bar,
    ):
        work = write_submissions(bank, assignment, Path(folder))
        for one in bar.track(verify(bank, assignment, out, work, jobs or cores()), len(work)):
            found.append(one)
    _show(found)
    faults = [f"{one.name}: {fault}" for one in found for fault in one.faults]
    for fault in faults:
        click.echo(f"grader: {fault}", err=True)
    same = len(found) - len({one.name for one in found if one.faults})
    click.echo(f"{same} of {len(found)} submissions get by otter what `grader grade` gives")
    return not faults


def _show(found: list[Compared]) -> None:
    from rich.console import Console
    from rich.table import Table

    from grader.report.words import DASH

    table = Table("submission", box=None, pad_edge=False)
    for name in ("otter", "grader", "of"):
        table.add_column(name, justify="right")
    table.add_column("")
    for one in found:
        otter = DASH if one.otter is None else f"{one.otter:g}"
        verdict = "[red]differs[/]" if one.faults else "[green]the same[/]"
        table.add_row(one.name, otter, f"{one.ours:g}", f"{one.possible:g}", verdict)
    Console(highlight=False).print(table)
