"""`grader show`: a problem's statement in the terminal, then what is asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from grader.cli.common import open_bank, say_whose_values, student_option

if TYPE_CHECKING:
    from collections.abc import Mapping

    from grader.model import Example, Function, Problem

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
@student_option
@click.pass_context
def command(ctx: click.Context, problem_id: str, student: str, starter: bool) -> None:
    """Show a problem: its statement, the functions to write, and examples."""
    from grader.bank.variants import problem_for, text_of

    problem = problem_for(open_bank(ctx), problem_id, student)
    if starter:
        click.echo(text_of(problem, problem.folder / "starter.py"), nl=False)
    else:
        _show(problem, text_of(problem, problem.folder / "statement.md"))
    say_whose_values([problem], student)


def _show(problem: Problem, statement: str) -> None:
    from rich.console import Console
    from rich.markdown import Markdown

    console = Console()
    console.print(Markdown(protect_math(statement)))
    console.print(Markdown(_contract(problem)))


def protect_math(markdown: str) -> str:
    """The Markdown with its LaTeX as code, so that no `_` or `*` or backslash of it is lost."""

    def as_code(found: re.Match[str]) -> str:
        if found["display"] is not None:
            return f"\n\n```latex\n{found['display'].strip()}\n```\n\n"
        return f"`${found['inline']}$`" if found["inline"] is not None else found[0]

    return _MATH.sub(as_code, markdown)


def _contract(problem: Problem) -> str:
    from grader.bank.arithmetic import listed
    from grader.bank.contract import methods, signature

    lines = ["## What to write", ""]
    for name, function in problem.file.write.items():
        is_class = bool(function.methods)
        lines += [f"`class {name}`" if is_class else f"`{signature(name, function)}`", ""]
        lines += [f"- `{argument}`: {kind}" for argument, kind in function.takes.items()]
        lines += [f"- {'is' if is_class else 'gives'}: {function.gives}"]
        for method, contract in methods(function).items() if is_class else ():
            lines += [f"- `{signature(method, contract)}`"]
            lines += [
                f"    - `{a}`: {kind}" for a, kind in function.methods.get(method, {}).items()
            ]
        if function.forbids:
            lines += [f"- may not use: {', '.join(f'`{f}`' for f in function.forbids)}"]
        lines.append("")
    lines += ["## Examples", "", "```python"]
    lines += [_example(example, problem.file.write) for example in problem.file.examples]
    notes = [f"{problem.points:g} points", _hints(len(problem.file.hints))]
    notes += [f"your values: {listed(problem.values)}"] if problem.values else []
    lines += ["```", "", " · ".join(notes)]
    return "\n".join(lines)


def _example(example: Example, write: Mapping[str, Function]) -> str:
    outcome = f"raises {example.raises}" if example.raises else repr(example.gives)
    if isinstance(example.run, str):
        return f"{example.run.strip()}  # {outcome}"
    kinds = write[str(example.call)].takes
    given = ", ".join(
        # The text of a function is what a student would write there.
        f"{name}={value if kinds[name].startswith('function') else repr(value)}"
        for name, value in (example.given or {}).items()
    )
    return f"{example.call}({given})  # {outcome}"


def _hints(count: int) -> str:
    return {0: "no hints", 1: "1 hint"}.get(count, f"{count} hints")
