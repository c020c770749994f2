"""`grader show`: a problem's statement in the terminal, as a page, or as a notebook."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli.common import open_bank, say_whose_values, student_option, write_output

if TYPE_CHECKING:
    from grader.model import Bank, Problem

# Code first: a dollar inside it is no mathematics.
_MATH = re.compile(
    r"(?P<code>^(?P<fence>```+|~~~+).*?^(?P=fence)|(?P<tick>`+).+?(?P=tick))"
    r"|\$\$(?P<display>.+?)\$\$"
    r"|(?<![\\\w$])\$(?P<inline>[^\s$](?:[^$]*[^\s$])?)\$(?!\w)",
    re.DOTALL | re.MULTILINE,
)


@click.command("show")
@click.argument("problem_id", metavar="ID")
@click.option("--starter", is_flag=True, help="Print the starter instead: what to begin with.")
@click.option("--html", metavar="FILE", help="Write it as one page, with its figure.")
@click.option("--notebook", metavar="FILE", help="Write it as a notebook to work in.")
@student_option
@click.pass_context
def command(
    ctx: click.Context,
    problem_id: str,
    student: str,
    starter: bool,
    html: str | None,
    notebook: str | None,
) -> None:
    """Show a problem: its statement, the functions to write, and examples.

    FILE may be - for stdout.
    """
    from grader.bank.variants import problem_for, text_of

    if sum([starter, html is not None, notebook is not None]) > 1:
        raise click.UsageError("--starter, --html and --notebook do not go together; give one")
    bank = open_bank(ctx)
    problem = problem_for(bank, problem_id, student)
    if starter:
        click.echo(text_of(problem, problem.folder / "starter.py"), nl=False)
    elif html is not None:
        from grader.report.statement import page

        write_output(html, page(problem, bank.course).encode())
    elif notebook is not None:
        from grader.report import notebook as notebooks

        check = _check(bank, problem, notebook, student)
        write_output(notebook, notebooks.notebook(problem, check, student).encode())
    else:
        _show(problem)
    say_whose_values([problem], student)


def _show(problem: Problem) -> None:
    from rich.console import Console
    from rich.markdown import Markdown

    from grader.report.statement import contract, in_words, statement

    console = Console()
    console.print(Markdown(protect_math(in_words(statement(problem)))))
    console.print(Markdown(contract(problem)))


def protect_math(markdown: str) -> str:
    """The Markdown with its LaTeX as code, so that no `_` or `*` or backslash of it is lost."""

    def as_code(found: re.Match[str]) -> str:
        if found["display"] is not None:
            return f"\n\n```latex\n{found['display'].strip()}\n```\n\n"
        return f"`${found['inline']}$`" if found["inline"] is not None else found[0]

    return _MATH.sub(as_code, markdown)


def _check(bank: Bank, problem: Problem, notebook: str, student: str) -> list[str]:
    """The command that checks the notebook from its own folder; none where that has no course."""
    from grader.bank.load import find_root
    from grader.errors import GraderError

    file = Path(notebook)
    try:
        if notebook == "-" or find_root(file.parent) != bank.root:
            return []
    except GraderError:
        return []  # as its text says, no course is there or above
    whose = ["--student", shlex.quote(student)] if student else []
    return ["grader", "check", shlex.quote(file.name), "--problem", problem.id, *whose]
