"""The command `grader`: its commands by name, each imported only when it is run."""

from __future__ import annotations

from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import IO, Any

import click

from grader import __version__
from grader.errors import GraderError

# The help stands here, not in the modules, so that `grader --help` imports none of them.
COMMANDS = {
    "list": ("grader.cli.list:command", "Show the problems of the bank."),
    "show": ("grader.cli.show:command", "Show a problem: statement, contract and examples."),
    "predict": ("grader.cli.predict:command", "Say what you expect, before any code."),
    "hint": ("grader.cli.hint:command", "Show the next hint."),
    "check": ("grader.cli.check:command", "Run the public checks on your work."),
    "grade": ("grader.cli.grade:command", "Grade one submission in full."),
    "batch": ("grader.cli.batch:command", "Grade a whole class."),
    "lint": ("grader.cli.lint:command", "Validate the bank and prove its problems."),
    "prove": ("grader.cli.prove:command", "Prove checks strong: mutate the solutions."),
    "import": ("grader.cli.import_:command", "Make problems of an otter or nbgrader assignment."),
    "otter": ("grader.cli.otter:command", "Write the zip that otter and Gradescope grade with."),
    "doctor": ("grader.cli.doctor:command", "Show versions, and what the sandbox holds here."),
    "schema": ("grader.cli.schema:command", "Print the JSON Schema of a file format."),
}


class Refusal(click.ClickException):
    """A GraderError on its way out: its text on stderr, exit code 2, no traceback."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        for line in self.message.splitlines():
            click.echo(f"grader: {line}", file=file, err=file is None)


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            near = get_close_matches(args[0], COMMANDS, n=1)
            hint = f"; did you mean '{near[0]}'?" if near else ""
            ctx.fail(f"no such command '{args[0]}'{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except GraderError as error:
            raise Refusal(str(error)) from error


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="grader")
@click.option(
    "--course",
    envvar="GRADER_COURSE",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of the course; else the nearest with a course.yaml, from here upward.",
)
@click.pass_context
def cli(ctx: click.Context, course: Path | None) -> None:
    """The mathematics of neural networks: exercises, and a grader for them."""
    ctx.obj = course


def main() -> None:
    """The entry point: exit 0, 1 where a check failed, 2 on wrong usage or unreadable input."""
    cli()
