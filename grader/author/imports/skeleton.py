"""The files of a problem, in both trees, from a question."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from grader.author.imports.asked import Case, Piece, Question, Source
from grader.author.imports.cases import CaseWriter, Translated
from grader.author.imports.contract import Typed, examples, gives, maker, methods, takes
from grader.author.imports.names import indented
from grader.author.imports.solution import code_of
from grader.author.imports.unfit import Unfit, refuse
from grader.author.imports.wanted import KNOWN_MODULES, Wanted, wanted
from grader.author.imports.yaml_text import CheckText, Written, key_yaml, problem_yaml
from grader.intake.names import safe

_EXPECT = ("code", "expect_raises")
_CHECKS = ("expect_printed", "expect_shown")
_HEADINGS = {
    "What it is": "TODO: the idea in words and formulas.",
    "Picture it": "TODO: a picture to hold in mind.",
    "In the network": "TODO: where it stands in a neural network.",
}


@dataclass(frozen=True)
class Made:
    """A problem: its files by their place below the course, and what to tell of it.

    `tree` is `exercises` or `solutions`; `cases` says how many of how many were taken over.
    """

    id: str
    files: dict[tuple[str, str], str]
    functions: tuple[str, ...]
    taken: int
    cases: int
    points: float
    of_points: float
    is_written: bool
    remarks: tuple[str, ...]


def problem_of(question: Question, source: Source, identity: str) -> Made:
    """The problem that a question becomes. Unfit where it cannot become one."""
    if question.by_hand:
        raise Unfit("it is graded by hand, and a check can only run code")
    if not question.cases:
        raise Unfit("it has no tests")
    found = wanted(question, source, identity)
    if not found.names and not found.variables:
        raise Unfit("\n".join(["its tests read nothing that its answer defines", *_why(question)]))
    writer = CaseWriter(question, source, found)
    done = [writer.write(case) for case in question.cases]
    ids = _ids(question.cases)
    taken = [(one, name) for one, name in zip(done, ids, strict=True) if one.body]
    remarks = [*question.remarks, *(line for one in done for line in one.remarks)]
    if not taken:
        raise Unfit("\n".join(["none of its tests can be taken over", *remarks]))
    points = sum(one.case.points for one, _ in taken)
    if points <= 0:
        raise Unfit("its tests that can be taken over have no points")
    code = code_of(question, source, found)
    public = [(one, name) for one, name in taken if not one.case.hidden]
    hidden = [(one, name) for one, name in taken if one.case.hidden]
    notes = [(one.case.hidden, one.comment) for one in done if one.comment]
    title, words = _words(question)
    files = {
        ("exercises", "problem.yaml"): _problem(title, question, found, public),
        ("exercises", "statement.md"): _statement(title, words, found),
        ("exercises", "starter.py"): code.starter,
        ("solutions", "key.yaml"): key_yaml(_checks(hidden) or [_PLACEHOLDER]),
        ("solutions", "solution.py"): code.solution,
    }
    test = f"test_{identity}.py"
    public_notes = [text for is_hidden, text in notes if not is_hidden]
    if public:
        files["exercises", test] = _tests(public, public_notes)
        public_notes = []
    hidden_notes = [*(text for is_hidden, text in notes if is_hidden), *public_notes]
    if hidden:
        files["solutions", test] = _tests(hidden, hidden_notes)
    else:
        again = [(public[0][0], _PLACEHOLDER.id)]
        todo = "# TODO: no test was hidden, so this repeats a public one; draw inputs with `rng`"
        files["solutions", test] = _tests(again, [*hidden_notes, todo])
    return Made(
        identity,
        files,
        found.write,
        len(taken),
        len(done),
        points,
        sum(case.points for case in question.cases),
        code.is_written,
        tuple(dict.fromkeys([*remarks, *code.remarks, *_beside(question, found)])),
    )


def _why(question: Question) -> Iterator[str]:
    """What in the tests of a question no check may do."""
    for case in question.cases:
        for step in case.steps:
            try:
                refuse(step.node, KNOWN_MODULES)
            except Unfit as unfit:
                yield f"{step.place or case.place}: {unfit}"


_PLACEHOLDER = CheckText("hidden", 0, "TODO: a hidden check with inputs of its own")


def _ids(cases: Sequence[Case]) -> list[str]:
    """An id for each case: its name in small letters, unlike all others."""
    found: list[str] = []
    for case in cases:
        name = re.sub(r"[^a-z0-9]+", "_", case.name.lower()).strip("_") or "case"
        name = name if name[0].isalpha() and name not in ("examples", "hidden") else f"case_{name}"
        number, free = 2, name
        while free in found:
            number, free = number + 1, f"{name}_{number}"
        found.append(free)
    return found


def _checks(taken: Iterable[tuple[Translated, str]]) -> list[CheckText]:
    return [
        CheckText(name, one.case.points, one.case.name, one.case.hint, one.case.praise)
        for one, name in taken
    ]


def _problem(
    title: str,
    question: Question,
    found: Wanted,
    public: Sequence[tuple[Translated, str]],
) -> str:
    shown = examples([one.case for one, _ in public], dict(found.functions))
    write: dict[str, Written] = {}
    if found.wrapper:
        what = ", ".join(found.variables)
        write[found.wrapper] = Written({}, Typed(f"the value of {what}", guessed=True))
    for name, node in found.functions.items():
        arguments = takes(node, question.cases)
        if name in found.guessed:
            arguments = {key: Typed(one.kind, True) for key, one in arguments.items()}
        write[name] = Written(arguments, gives(node, shown))
    for name, class_ in found.classes.items():
        made_by = maker(class_)
        plain = {m.name: takes(m, (), skip=1) for m in methods(class_)}
        if not plain:
            raise Unfit(f"the class `{name}` has no method, and a contract wants one")
        arguments = takes(made_by, (), skip=1) if made_by else {}
        write[name] = Written(arguments, Typed(f"an object of class {name}", True), plain)
    return problem_yaml(title, write, shown, _checks(public))


def _words(question: Question) -> tuple[str, str]:
    """The title of a question and its words, without what otter puts between them."""
    text = re.sub(r"<!--.*?-->", "", question.words, flags=re.DOTALL)
    text = re.sub(r"^_Points:_ .*$", "", text, flags=re.MULTILINE).strip()
    first, _, rest = text.partition("\n")
    if heading := re.fullmatch(r"#+\s*(.*\S)\s*#*", first):
        return safe(heading[1].replace("*", "").strip()) or question.name, rest.strip()
    return f"Question {safe(question.name)}", text


def _statement(title: str, words: str, found: Wanted) -> str:
    lines = [f"# {title}", "", "## The task", ""]
    lines += [words, ""] if words else ["TODO: what to do.", ""]
    if found.wrapper and len(found.variables) == 1:
        lines += [f"Write `{found.wrapper}()`, which returns `{found.variables[0]}`.", ""]
    elif found.wrapper:
        keys = ", ".join(f'`"{name}"`' for name in found.variables)
        lines += [f"Write `{found.wrapper}()`, which returns a dict with the keys {keys}.", ""]
    elif found.variables:
        names = ", ".join(f"`{name}`" for name in found.variables)
        lines += [f"Beside that, your file gives values to {names}.", ""]
    for heading, text in _HEADINGS.items():
        lines += [f"## {heading}", "", text, ""]
    return "\n".join(lines[:-1]) + "\n"


def _beside(question: Question, found: Wanted) -> list[str]:
    """What to tell of a contract that does not say all."""
    told = []
    if found.wrapper:
        names = ", ".join(f"`{name}`" for name in found.variables)
        told.append(
            f"{question.place}: tests read {names}; a contract has functions and classes only, so "
            f"students write `{found.wrapper}()`, which returns it"
        )
    elif found.variables:
        names = ", ".join(f"`{name}`" for name in found.variables)
        told.append(
            f"{question.place}: tests read {names} too, which `write` cannot name; the statement "
            "says so"
        )
    for name in sorted(found.guessed):
        told.append(
            f"{question.place}: `{name}` is known from calls in tests only; name its arguments"
        )
    return told


def _tests(taken: Sequence[tuple[Translated, str]], notes: Sequence[str]) -> str:
    """The text of a pytest file."""
    helpers = {name for one, _ in taken for name in one.helpers}
    around: list[Piece] = []
    for one, _ in taken:
        around += [p for p in one.around if p.text not in {kept.text for kept in around}]
    is_import = [isinstance(p.node, ast.Import | ast.ImportFrom) for p in around]
    imports = [p.text for p, yes in zip(around, is_import, strict=True) if yes]
    ours = []
    if "CallFailed" in helpers:
        ours.append("from grader.sandbox.proxies import CallFailed")
    for module, names in (
        ("grader.judge.expect", _EXPECT),
        ("grader.judge.expect_shown", _CHECKS),
    ):
        if used := [name for name in names if name in helpers]:
            ours.append(f"from {module} import {', '.join(used)}")
    blocks = ["\n".join(part) for part in (imports, sorted(ours)) if part]
    rest = [p.text for p, yes in zip(around, is_import, strict=True) if not yes]
    head = "\n\n".join([*blocks, *rest])
    functions = [f"def test_{name}(student):\n{indented(one.body)}" for one, name in taken]
    return "\n\n\n".join([part for part in (head, *functions, *notes) if part]) + "\n"
