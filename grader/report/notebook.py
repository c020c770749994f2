"""A notebook to work in: the statement, what is asked before, the starter, and a check at the end.

Its text is the same whenever it is written, and the grader reads it like any other notebook.
"""

from __future__ import annotations

import ast
import base64
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import escape

from grader.bank.figure_rules import Image
from grader.bank.variants import text_of
from grader.model import Prediction, Problem
from grader.report.statement import contract, figures, statement, with_images

_PART = re.compile(r"^(?P<fence>```+|~~~+).*?^(?P=fence)|^(?=## )", re.DOTALL | re.MULTILINE)
_ANSWERS = {
    "shape": "a shape such as `(5, 3)`, or `()` for a single number",
    "number": "a number",
    "choice": "a choice, or its number in the list",
    "text": "a text in quotes",
}


@dataclass(frozen=True)
class Cell:
    """One cell: code, or else Markdown."""

    source: str
    is_code: bool = False


def notebook(problem: Problem, check: Sequence[str], student: str = "") -> str:
    """The notebook of nbformat 4 as the text of its file.

    `check` are the words of the command that checks it from its own folder; none if there is no
    such command. `student` is whose predictions are asked.
    """
    return _written(_cells(problem, check, student), problem.id.replace("_", "-")[:50])


def code_notebook(sources: Iterable[str]) -> str:
    """A notebook of nothing but code, a cell for each source, as the text of its file."""
    return _written([Cell(source, is_code=True) for source in sources], "cell")


def _written(cells: Iterable[Cell], name: str) -> str:
    """The text of a notebook with these cells, the same each time; `name` begins their ids."""
    import nbformat

    new = nbformat.v4
    made = []
    for number, cell in enumerate(cells, 1):
        make: Any = new.new_code_cell if cell.is_code else new.new_markdown_cell
        # An id of its own for each, and the same each time: nbformat would draw one.
        made.append(make(cell.source, id=f"{name}-{number}"))
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    whole = new.new_notebook(cells=made, metadata=metadata)  # type: ignore[no-untyped-call]  # nbformat is half typed
    text: str = nbformat.writes(whole)  # type: ignore[no-untyped-call]  # likewise
    return text + "\n"


def _cells(problem: Problem, check: Sequence[str], student: str) -> Iterator[Cell]:
    drawn = figures(problem)
    for part in [*_parts(statement(problem)), *_parts(contract(problem))]:
        yield Cell(with_images(part, lambda image: _embedded(image, drawn)))
    if problem.file.predict:
        yield from _predictions(problem, student)
    yield Cell("## Your code")
    for source in pieces(text_of(problem, problem.folder / "starter.py")):
        yield Cell(source, is_code=True)
    yield from _check(problem, check)


def _parts(markdown: str) -> list[str]:
    """The text cut before every heading of the second level."""
    cuts = [m.start() for m in _PART.finditer(markdown) if m["fence"] is None]
    ends = [*cuts, len(markdown)]
    parts = [markdown[a:b].strip() for a, b in zip([0, *cuts], ends, strict=True)]
    return [part for part in parts if part]


def _embedded(image: Image, drawn: dict[str, str]) -> str:
    """The figure inside the notebook.

    As a tag: JupyterLab shows no SVG that is attached, and VS Code none behind `![]()` as data.
    """
    data = base64.b64encode(drawn[image.target].encode()).decode()
    return f'<img alt="{escape(image.alt)}" src="data:image/svg+xml;base64,{data}">'


def _predictions(problem: Problem, student: str) -> Iterator[Cell]:
    asked = problem.file.predict
    kinds = dict.fromkeys(prediction.kind for prediction in asked.values())
    answers = "; ".join(_ANSWERS[kind] for kind in kinds)
    lines = ["## Before you write any code", "", "What do you expect? Nothing of it is counted."]
    for name, prediction in asked.items():
        lines += ["", f"**{name}**: {_question(prediction)}"]
    lines += [
        "",
        f"Put your answers in place of the dots and run the cell. An answer is {answers}.",
    ]
    yield Cell("\n".join(lines))
    whose = f", student={student!r}" if student else ""
    calls = [f'grader.predict("{problem.id}"{whose}, {name}=...)' for name in asked]
    yield Cell("\n".join(["import grader", "", *calls]), is_code=True)


def _question(prediction: Prediction) -> str:
    choices = [f"{n}. {choice}" for n, choice in enumerate(prediction.choices, 1)]
    return "\n".join([" ".join(prediction.ask.split()), *([""] if choices else []), *choices])


def pieces(starter: str) -> Iterator[str]:
    """The starter in parts: what stands before the first definition, then each definition."""
    lines = starter.splitlines()
    cuts = []
    for node in ast.parse(starter).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            first = min([node.lineno, *(d.lineno for d in node.decorator_list)]) - 1
            # A comment right above belongs to what it speaks of.
            while first and lines[first - 1].startswith("#"):
                first -= 1
            cuts.append(first)
    for begin, end in zip([0, *cuts], [*cuts, len(lines)], strict=True):
        if part := "\n".join(lines[begin:end]).strip("\n"):
            yield part


def _check(problem: Problem, check: Sequence[str]) -> Iterator[Cell]:
    if check:
        text = "Save the notebook, then run the cell below: it runs the public checks on it."
        yield Cell(f"## Check it\n\n{text}")
        yield Cell(f"!{' '.join(check)}", is_code=True)
        return
    yield Cell(
        "## Check it\n\n"
        "Save the notebook. Then type, in a terminal in the folder of the course,\n\n"
        f"```\ngrader check NOTEBOOK.ipynb --problem {problem.id}\n```\n\n"
        "with the path of this notebook in place of `NOTEBOOK.ipynb`."
    )
