"""A problem's statement for readers: Markdown for a terminal or a notebook, and a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from markupsafe import Markup

from grader.bank.arithmetic import listed
from grader.bank.contract import methods, signature
from grader.bank.decode import read_text
from grader.bank.figure_rules import Image, images
from grader.bank.variants import text_of
from grader.model import Course, Example, Function, Problem
from grader.report.markup import render_statement
from grader.report.pages import render_page


def statement(problem: Problem) -> str:
    """The statement as its author wrote it, with the problem's values."""
    return text_of(problem, problem.folder / "statement.md")


def figures(problem: Problem) -> dict[str, str]:
    """The SVG of each figure that the statement shows, by the name of its file."""
    names = {image.target for image in images(statement(problem))}
    return {name: read_text(problem.folder / name) for name in sorted(names)}


def in_words(markdown: str) -> str:
    """The Markdown with every figure as the words that describe it."""
    return with_images(markdown, lambda image: f"*Figure: {image.alt}*")


def with_images(markdown: str, shown: Callable[[Image], str]) -> str:
    """The Markdown with each image as `shown` says."""
    parts, end = [], 0
    for image in images(markdown):
        parts += [markdown[end : image.begin], shown(image)]
        end = image.end
    return "".join([*parts, markdown[end:]])


def page(problem: Problem, course: Course) -> str:
    """The statement and what to write as one page that needs no network and no script."""
    drawn = {name: _inline(svg) for name, svg in figures(problem).items()}
    return render_page(
        "statement.html.j2",
        course_title=course.title,
        unit=problem.unit,
        id=problem.id,
        title=problem.file.title,
        statement=render_statement(statement(problem), drawn),
        contract=render_statement(contract(problem), {}),
    )


def _inline(svg: str) -> Markup:
    """The figure inside a page; the bank's rules hold that it runs and loads nothing."""
    # HTML knows no XML declaration.
    return Markup(f'<figure class="picture">\n{svg[svg.index("<svg") :].strip()}\n</figure>\n')


def contract(problem: Problem) -> str:
    """What to write and its examples, as Markdown; at the end points, hints and own values."""
    lines = ["## What to write", ""]
    for name, function in problem.file.write.items():
        is_class = bool(function.methods)
        lines += [f"`class {name}`" if is_class else f"`{signature(name, function)}`", ""]
        lines += [f"- `{argument}`: {kind}" for argument, kind in function.takes.items()]
        lines += [f"- {'is' if is_class else 'gives'}: {function.gives}"]
        for method, promised in methods(function).items() if is_class else ():
            lines += [f"- `{signature(method, promised)}`"]
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
