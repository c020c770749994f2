"""A master notebook of `otter assign`: questions between raw cells, solutions in them marked."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from grader.author.imports.asked import Piece, Question, Source, Step
from grader.author.imports.cells import Cell, Notebook
from grader.author.imports.doctests import cell_steps
from grader.author.imports.markers import otter_given, otter_solution
from grader.author.imports.names import parsed, pieces
from grader.author.imports.points import spread
from grader.author.imports.test_files import case_of, function_steps, is_of_otter, together
from grader.errors import IntakeError
from grader.intake.magics import drop_magics

_BOUNDARY = re.compile(r"#\s+(begin|end)\s+(question|prompt|solution|tests)\b", re.IGNORECASE)
_CONFIG = re.compile(r"#\s+assignment\s+config\b", re.IGNORECASE)
_IGNORE = re.compile(r"\s*#+\s*ignore\b", re.IGNORECASE)
_FENCE = re.compile(r"^```otter[ \t]*\n(.*?)^```[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_TEST_CONFIG = re.compile(
    r'\s*(?:\w\s*=\s*)?""?"?\s*#\s*BEGIN\s*TEST\s*CONFIG[^\n]*\n(.*?)""?"?\s*#\s*END\s*TEST\s*CONFIG[^\n]*\n?',
    re.DOTALL | re.IGNORECASE,
)
_HIDDEN = re.compile(r"\s*#.*\bhidden\b[^\n]*(\n|$)", re.IGNORECASE)


def is_master(notebook: Notebook) -> bool:
    """Whether a notebook is one that `otter assign` takes."""
    cells = _unfenced(notebook)
    return any(_boundary(cell) == ("begin", "question") for cell in cells)


@dataclass
class _Open:
    """A question whose end has not come yet."""

    name: str
    config: dict[str, Any]
    place: str
    words: list[str] = field(default_factory=list)
    given: list[Piece] = field(default_factory=list)
    solved: list[Piece] = field(default_factory=list)
    tests: list[Cell] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    has_prompt: bool = False


def read_master(notebook: Notebook) -> Source:
    """The assignment in a master notebook. IntakeError (one line) where its blocks do not close."""
    config: dict[str, Any] = {}
    questions: list[_Open] = []
    setup: list[Piece] = []
    remarks: list[str] = []
    now: _Open | None = None
    block = ""
    for cell in _unfenced(notebook):
        place = notebook.place(cell)
        if _IGNORE.match(cell.lines[0]) and cell.kind != "raw":
            continue
        if cell.kind == "raw" and _CONFIG.match(cell.text):
            config = _config(cell, place)
            continue
        edge = _boundary(cell)
        if edge is None:
            if now is None:
                if cell.kind == "code":
                    found, said = pieces(otter_solution(cell.text), place)
                    setup += [piece for piece in found if not is_of_otter(piece)]
                    remarks += said
                continue
            _take(now, block, cell, place)
            continue
        begins, what = edge[0] == "begin", edge[1]
        if what == "question":
            if begins == (now is not None) or block:
                raise IntakeError(f"{place}: `{cell.lines[0].strip()}` does not fit what is open")
            if begins:
                own = _config(cell, place)
                name = own.get("name")
                if not isinstance(name, str | int | float) or not str(name).strip():
                    raise IntakeError(f"{place}: the question has no `name`")
                now = _Open(str(name), own, place)
                questions.append(now)
            else:
                now = None
        else:
            if now is None or (block != "" if begins else block != what):
                raise IntakeError(f"{place}: `{cell.lines[0].strip()}` does not fit what is open")
            block = what if begins else ""
            now.has_prompt |= what == "prompt"
    if now is not None:
        raise IntakeError(f"{now.place}: the question {now.name!r} has no `# END QUESTION`")
    is_ok = not (
        isinstance(config.get("tests"), dict) and config["tests"].get("ok_format") is False
    )
    title = str(config.get("name") or notebook.name.rpartition("/")[2].rpartition(".")[0])
    closed = tuple(_closed(one, notebook, is_ok) for one in questions)
    return Source(title, closed, tuple(setup), tuple(remarks))


def _take(now: _Open, block: str, cell: Cell, place: str) -> None:
    """A cell within a question goes to its words, its answer or its tests."""
    if block == "tests":
        if cell.kind != "code":
            raise IntakeError(f"{place}: a test must be a code cell")
        now.tests.append(cell)
    elif cell.kind == "markdown" and block != "solution":
        now.words.append(cell.text)
    elif cell.kind == "code":
        if block != "prompt":
            found, said = pieces(otter_solution(cell.text), place, question=now.name)
            now.solved += found
            now.remarks += said
        if block == "prompt" or not now.has_prompt:
            now.given += pieces(otter_given(cell.text, place), place, question=now.name)[0]


def _closed(one: _Open, notebook: Notebook, is_ok: bool) -> Question:
    read = [_test(cell, notebook.place(cell), is_ok) for cell in one.tests]
    own = [options.get("points") for options, _ in read]
    shares = spread(one.config.get("points"), own, one.place) if read else []
    cases = [
        case_of(f"{one.name} - {number}", steps, share, notebook.place(cell), options)
        for number, ((options, steps), share, cell) in enumerate(
            zip(read, shares, one.tests, strict=True), 1
        )
    ]
    whole = bool(one.config.get("all_or_nothing"))
    return Question(
        one.name,
        one.place,
        "\n\n".join(one.words),
        tuple(one.given),
        tuple(one.solved),
        together(one.name, cases) if whole else tuple(cases),
        by_hand=bool(one.config.get("manual")),
        remarks=tuple(one.remarks),
    )


def _test(cell: Cell, place: str, is_ok: bool) -> tuple[dict[str, Any], tuple[Step, ...]]:
    """The options of a test cell, and its statements."""
    text, options = cell.text, {"hidden": bool(_HIDDEN.match(cell.text))}
    if found := _TEST_CONFIG.match(text):
        options |= _yaml(found[1], place)
        text = "\n" * found[0].count("\n") + text[found.end() :]
    clean, _ = drop_magics(text, cell=True)
    if is_ok:
        return options, cell_steps(clean, cell.shown, place)
    body = parsed(clean, place).body
    functions = [node for node in body if isinstance(node, ast.FunctionDef)]
    if len(functions) != 1 or body[0] is not functions[0] or len(body) > 2:
        text = "must hold one function, and at most a call of it"
        raise IntakeError(f"{place}: a test with exceptions {text}")
    return options, function_steps(functions[0], place)


def _boundary(cell: Cell) -> tuple[str, str] | None:
    found = _BOUNDARY.match(cell.text) if cell.kind == "raw" else None
    return (found[1].lower(), found[2].lower()) if found else None


def _unfenced(notebook: Notebook) -> Iterator[Cell]:
    """The cells, with each ```otter block of a Markdown cell as a raw cell of its own."""
    for cell in notebook.cells:
        if cell.kind != "markdown" or "```otter" not in cell.text:
            yield cell
            continue
        for number, part in enumerate(_FENCE.split(cell.text)):
            if part.strip():
                kind = "raw" if number % 2 else "markdown"
                yield replace(cell, kind=kind, text=part.strip("\n"))


def _config(cell: Cell, place: str) -> dict[str, Any]:
    return _yaml(cell.text, place)


def _yaml(text: str, place: str) -> dict[str, Any]:
    try:
        found = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise IntakeError(f"{place}: its settings are not valid YAML") from error
    if found is not None and not isinstance(found, dict):
        raise IntakeError(f"{place}: its settings must be YAML of the form `key: value`")
    return found or {}
