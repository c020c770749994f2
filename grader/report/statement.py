"""A problem's statement for readers: Markdown for a terminal or a notebook, and a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from markupsafe import Markup

from grader.bank.arithmetic import listed
from grader.bank.contract import default_of, methods, signature
from grader.bank.decode import read_text
from grader.bank.figure_rules import Image, images
from grader.bank.variants import text_of
from grader.judge.example_values import example_call, promised
from grader.model import Course, Example, Function, Problem
from grader.numeric.show import call_text, paste
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
        lines += [f"- `{argument}`: {_kind(kind)}" for argument, kind in function.takes.items()]
        lines += [f"- {'is' if is_class else 'gives'}: {function.gives}"]
        for method, does in methods(function).items() if is_class else ():
            lines += [f"- `{signature(method, does)}`"]
            lines += [
                f"    - `{a}`: {_kind(kind)}"
                for a, kind in function.methods.get(method, {}).items()
            ]
        if function.forbids:
            lines += [f"- may not use: {', '.join(f'`{f}`' for f in function.forbids)}"]
        lines.append("")
    lines += ["## Examples", ""]
    called = {str(example.call) for example in problem.file.examples if example.call}
    if any("array" in kind for name in called for kind in problem.file.write[name].takes.values()):
        lines += ["A list stands for an array where an array is asked for.", ""]
    lines += ["```python", _examples(problem.file.examples, problem.file.write)]
    notes = [f"{problem.points:g} points", _hints(len(problem.file.hints))]
    notes += [f"your values: {listed(problem.values)}"] if problem.values else []
    lines += ["```", "", " · ".join(notes)]
    return "\n".join(lines)


def _kind(kind: str) -> str:
    """What an argument is, with its default in words."""
    default = default_of(kind)
    return f"{kind.removesuffix(f', {default}')} (default {default})" if default else kind


def _examples(examples: Sequence[Example], write: Mapping[str, Function]) -> str:
    """All examples as one text: what one imports is there for those that follow."""
    shown: list[str] = []
    for example in examples:
        known = {line for text in shown for line in text.splitlines() if line.startswith("import ")}
        lines = _example(example, write).splitlines()
        shown.append("\n".join(line for line in lines if line not in known))
    return ("\n\n" if any("\n" in text for text in shown) else "\n").join(shown)


def _example(example: Example, write: Mapping[str, Function]) -> str:
    outcome = f"raises {example.raises}" if example.raises else paste(example.gives, None)
    if isinstance(example.run, str):
        return f"{example.run.strip()}  # {outcome}"
    if not example.raises:
        outcome = paste(promised(write, example), None)
    call = example_call(write, example)
    return f"{call_text(call.name, call.args, call.kwargs)}  # {outcome}"


def _hints(count: int) -> str:
    return {0: "no hints", 1: "1 hint"}.get(count, f"{count} hints")
