"""`grader list`: the problems of the bank in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from grader.cli.common import open_bank, write_output

if TYPE_CHECKING:
    from grader.model import Bank, Problem


@click.command("list")
@click.option("--json", "json_file", metavar="FILE", help="Write a JSON list; `-` for stdout.")
@click.pass_context
def command(ctx: click.Context, json_file: str | None) -> None:
    """Show the problems of the bank, in reading order."""
    bank = open_bank(ctx)
    if json_file is None:
        _print_table(bank)
        return
    import msgspec

    rows = [as_row(problem) for problem in bank.problems.values()]
    write_output(json_file, msgspec.json.format(msgspec.json.encode(rows), indent=2) + b"\n")


def as_row(problem: Problem) -> dict[str, Any]:
    """One problem as `grader list --json` gives it."""
    return {
        "id": problem.id,
        "unit": problem.unit,
        "title": problem.file.title,
        "level": problem.file.level,
        "needs": problem.file.needs,
        "points": problem.points,
        "functions": problem.functions,
    }


def _print_table(bank: Bank) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table(title=escape(bank.course.title), title_justify="left", box=None, pad_edge=False)
    table.add_column("unit", no_wrap=True)
    table.add_column("problem", no_wrap=True)
    table.add_column("title", overflow="fold")
    table.add_column("level", justify="right")
    table.add_column("points", justify="right")
    table.add_column("needs", overflow="fold")
    unit = ""
    for problem in bank.problems.values():
        table.add_row(
            problem.unit if problem.unit != unit else "",
            problem.id,
            escape(problem.file.title),
            str(problem.file.level),
            f"{problem.points:g}",
            ",\n".join(problem.file.needs),
        )
        unit = problem.unit
    Console().print(table)
