"""`grader import KIND PATH`: an assignment of otter's or nbgrader's becomes problems."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from grader.author.imports.run import Imported
    from grader.author.imports.target import Target


@click.command("import")
@click.argument("kind", metavar="otter|nbgrader", type=click.Choice(["otter", "nbgrader"]))
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--unit", metavar="UNIT", required=True, help="The unit that the problems go into.")
@click.option(
    "--out",
    metavar="COURSE",
    type=click.Path(path_type=Path),
    help="The course, or a folder for a new one; else the course that you are in.",
)
@click.option(
    "--solution",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="A .py or .ipynb with the answers, where PATH holds none.",
)
@click.option("--prefix", metavar="TEXT", default="", help="Put this before every id: lab1_.")
@click.option("--only", metavar="NAME", multiple=True, help="Only this question.")
@click.pass_context
def command(
    ctx: click.Context,
    kind: str,
    path: Path,
    unit: str,
    out: Path | None,
    solution: Path | None,
    prefix: str,
    only: tuple[str, ...],
) -> None:
    """Make problems of an assignment that otter or nbgrader grades today.

    PATH is an autograder zip, a master notebook, an assigned notebook or the folder of an
    assignment for otter, and the instructor's notebook for nbgrader. It is read and never run.
    Each question becomes a problem in both trees; then it is told what was taken over, and where
    an author must look. Nothing is written over.
    """
    from grader.author.imports.run import import_all, read_source, with_solution
    from grader.author.imports.target import target
    from grader.bank.load import find_root
    from grader.intake.names import safe

    place = target(out or ctx.find_object(Path) or find_root(Path.cwd()), unit)
    source = read_source(kind, path)
    if solution is not None:
        source = with_solution(source, solution)
    found = import_all(source, place, prefix=prefix, only=only)
    for line in _told(place, found):
        click.echo(safe(line))
    if not found.made:
        ctx.exit(1)


def _told(place: Target, found: Imported) -> Iterator[str]:
    """What became of each question, and where to look."""
    from grader.author.imports.run import todos

    yield from found.remarks
    for one in found.made:
        yield (
            f"{one.id}: written to {place.unit}/{one.id}; "
            f"{one.taken} of {one.cases} tests taken over, "
            f"{one.points:g} of {one.of_points:g} points"
        )
        if not one.is_written:
            yield (
                "  no solution of it is here: its reference is not written, and `grader lint` "
                "says so until it is"
            )
        yield from (f"  {line}" for line in (*one.remarks, *todos(place, one)))
    for name, reason in found.refused:
        first, *more = reason.split("\n")
        yield f"{name}: not written: {first}"
        yield from (f"  {line}" for line in more)
    yield from found.left_out
    if found.made:
        yield f"next: grader lint {' '.join(one.id for one in found.made)}"
