"""The documents keep up with the code: commands, options, links and what they tell you to type."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import click
import pytest

from grader.cli.main import COMMANDS, cli

ROOT = Path(__file__).parents[1]
DOCS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("benchmarks/*.md")])
COMMANDS_PAGE = ROOT / "docs" / "commands.md"
_ROW = re.compile(r"^\| *(?P<command>[^|]*?) *\| *(?P<option>[^|]*?) *\|", re.MULTILINE)
_CONSOLE = re.compile(r"^ *```console\n(?P<body>.*?)^ *```", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\]\((?P<target>[^)\s]+)\)")


def documented() -> dict[str, set[str]]:
    """Command -> options, as the table of docs/commands.md lists them; "" is `grader` itself."""
    table: dict[str, set[str]] = {}
    command = None
    for row in _ROW.finditer(COMMANDS_PAGE.read_text("utf-8").split("## Exit codes")[0]):
        name = re.match(r"`grader *([a-z]*)", row["command"])
        command = name[1] if name else command
        if command is not None:
            table.setdefault(command, set()).update(re.findall(r"--[a-z-]+", row["option"]))
    return table


def command_of(name: str) -> click.Command:
    module, _, attribute = COMMANDS[name][0].partition(":")
    return getattr(import_module(module), attribute)


def options_of(command: click.Command) -> set[str]:
    found = (o for p in command.params if isinstance(p, click.Option) for o in p.opts)
    return {option for option in found if option.startswith("--")}


def typed(doc: Path) -> Iterator[list[str]]:
    """The words of every command that a console block tells the reader to type."""
    for block in _CONSOLE.finditer(doc.read_text("utf-8")):
        for line in block["body"].splitlines():
            if line.strip().startswith("$ "):
                yield shlex.split(line.strip()[2:], comments=True)


def make_targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


def name_of(doc: Path) -> str:
    return doc.relative_to(ROOT).as_posix()


def test_the_table_lists_every_command_and_no_other():
    assert set(documented()) == {"", *COMMANDS}


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_the_table_lists_every_option_of_the_command_and_no_other(name):
    assert documented()[name] == options_of(command_of(name) if name else cli)


@pytest.mark.parametrize("doc", DOCS, ids=name_of)
def test_relative_links_lead_somewhere(doc):
    targets = (found["target"].split("#")[0] for found in _LINK.finditer(doc.read_text("utf-8")))
    relative = [target for target in targets if target and "://" not in target]
    assert [target for target in relative if not (doc.parent / target).exists()] == []


@pytest.mark.parametrize("doc", DOCS, ids=name_of)
def test_what_a_reader_is_told_to_type_exists(doc):
    for words in typed(doc):
        if words[0] == "make":
            assert set(words[1:]) <= make_targets(), words
        elif words[0] == "grader":
            assert words[1] in COMMANDS or words[1].startswith("-"), words
            command = command_of(words[1]) if words[1] in COMMANDS else cli
            # click adds --help to every command by itself.
            used = {word for word in words if word.startswith("--")} - {"--help"}
            assert used <= options_of(command), words


@pytest.mark.parametrize("doc", DOCS, ids=name_of)
def test_files_a_reader_is_told_to_use_are_there(doc):
    for words in typed(doc):
        for word in words:
            if re.match(r"(exercises|solutions|examples|benchmarks|tests)/[\w/.]+$", word):
                assert (ROOT / word).exists(), words


def test_the_readme_is_checked_at_all():
    said = [words[:2] for words in typed(ROOT / "README.md")]
    assert ["make", "demo"] in said
    assert {words[1] for words in said if words[0] == "grader"} >= {"check", "grade", "batch"}
