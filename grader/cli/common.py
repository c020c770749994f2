"""What commands share: opening the bank, and writing where the user said."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.errors import GraderError

if TYPE_CHECKING:
    from grader.model import Bank, Problem


student_option = click.option(
    "--student",
    metavar="ID",
    envvar="GRADER_STUDENT",
    default="",
    help="Whose values, in a problem that has others for each student.",
)


def say_whose_values(problems: Iterable[Problem], student: str) -> None:
    """Tells on stderr that problems differ from student to student, where none is named."""
    names = [problem.id for problem in problems if problem.template]
    if names and not student.strip():
        told = ", ".join(names) if len(names) <= 3 else f"{len(names)} of these problems"
        verb = "differs" if len(names) == 1 else "differ"
        click.echo(
            f"{told} {verb} from student to student, and this is for nobody: "
            "name yourself with --student ID, or once for all in GRADER_STUDENT",
            err=True,
        )


def open_bank(ctx: click.Context) -> Bank:
    """The bank of `--course`, else the nearest upward. Raises GraderError with all its faults."""
    from grader.bank.load import find_root, load_bank

    given = ctx.find_object(Path)
    return load_bank(given or find_root(Path.cwd()))


def write_output(target: str, data: bytes) -> None:
    """Write `data` to the file `target`, or to stdout for `-`. Raises GraderError if it cannot."""
    if target == "-":
        click.echo(data, nl=False)
        return
    try:
        Path(target).write_bytes(data)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise GraderError(f"{target}: cannot be written: {reason}") from error
