"""Rules inside one problem's problem.yaml and key.yaml."""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Iterator, Mapping

from msgspec import UNSET, UnsetType

from grader.bank.answers import verdict
from grader.bank.contract import default_of
from grader.bank.decode import Decoded
from grader.bank.entry import Entry
from grader.bank.strict_yaml import Document
from grader.bank.wording import nearest, shown
from grader.errors import Fault, GraderError
from grader.model import (
    Example,
    Function,
    HiddenCheck,
    KeyFile,
    Prediction,
    ProblemFile,
    PublicCheck,
)

_NUMBERS = re.compile(r"(float|int) array\b")
_SHAPE = re.compile(r"\(([^()]*)\)")


def problem_faults(entry: Entry) -> Iterator[Fault]:
    """The faults of a problem's examples, predictions, checks and mistakes."""
    if entry.problem:
        yield from _pictures(entry.problem)
        yield from _examples(entry.problem)
        yield from _predictions(entry.problem)
        yield from _finite_points(entry.problem.document, entry.problem.record.checks)
    if entry.key:
        yield from _finite_points(entry.key.document, entry.key.record.checks)
    if entry.problem and entry.key:
        yield from _checks(entry.problem, entry.key)
        yield from _mistakes(entry.problem, entry.key)


def _pictures(problem: Decoded[ProblemFile]) -> Iterator[Fault]:
    for name, function in problem.record.write.items():
        if function.picture is UNSET:
            continue
        at = ("write", name, "picture")
        if not any(map(_may_be_planar, function.takes.values())):
            text = f"the picture of `{name}` has nothing to draw: no argument is an array"
            yield problem.document.fault(f"{text} of shape (2,), (n,), (n, 2) or (n, d)", *at)
        if function.picture == "field" and not _may_be_planar(function.gives):
            text = f"the field of `{name}` has no arrows: what it gives must be an array"
            yield problem.document.fault(f"{text} of shape (2,), (n,), (n, 2) or (n, d)", *at)


def _may_be_planar(kind: str) -> bool:
    """Whether the contract names an array whose last axis may have two entries."""
    shapes = ([size.strip() for size in s.split(",") if size.strip()] for s in _SHAPE.findall(kind))
    return bool(_NUMBERS.match(kind)) and any(
        len(sizes) in (1, 2) and (sizes[-1] == "2" or not sizes[-1].isdigit()) for sizes in shapes
    )


def _examples(problem: Decoded[ProblemFile]) -> Iterator[Fault]:
    for index, example in enumerate(problem.record.examples):
        at = ("examples", index)
        if not isinstance(example.call, str) or not isinstance(example.given, dict):
            yield from _lines(problem, example, index)
        elif not isinstance(example.run, UnsetType):
            text = "the example has both `call` and `run`; it must have one of them"
            yield problem.document.fault(text, *at, "run")
        elif example.call not in problem.record.write:
            text = f"the example calls `{example.call}`, which is not in `write`"
            text += nearest(example.call, problem.record.write)
            yield problem.document.fault(text, *at, "call")
        else:
            contract = problem.record.write[example.call]
            yield from _arguments(problem, example.call, example.given, contract, index)
        named = {"gives", "raises"} & set(problem.document.value["examples"][index])
        if len(named) != 1:
            has = "both `gives` and `raises`" if named else "neither `gives` nor `raises`"
            yield problem.document.fault(f"the example has {has}; it must have one of them", *at)


def _lines(problem: Decoded[ProblemFile], example: Example, index: int) -> Iterator[Fault]:
    """The faults of an example that does not have both `call` and `given`."""
    at = ("examples", index)
    if not isinstance(example.run, str):
        text = "the example must have `call` and `given`, or `run`"
        yield problem.document.fault(text, *at)
    elif example.call is not UNSET or example.given is not UNSET:
        text = "the example has both `run` and a part of a call; it must have one of them"
        yield problem.document.fault(text, *at)
    else:
        try:
            body = ast.parse(example.run).body
        except SyntaxError as error:
            yield problem.document.fault(f"`run` is not valid Python: {error.msg}", *at, "run")
            return
        if not body or not isinstance(body[-1], ast.Expr):
            text = "the last line of `run` must be an expression: its value is what `gives` says"
            yield problem.document.fault(text, *at, "run")


def _arguments(
    problem: Decoded[ProblemFile],
    call: str,
    given: Mapping[str, object],
    function: Function,
    index: int,
) -> Iterator[Fault]:
    at = ("examples", index, "given")
    for name in given:
        if name not in function.takes:
            text = f"the example gives `{name}`, which `{call}` does not take"
            yield problem.document.fault(text + nearest(name, function.takes), *at, name)
    for name, kind in function.takes.items():
        if name not in given and default_of(kind) is None:
            text = f"the example does not give `{name}`, which has no default"
            yield problem.document.fault(text, *at)


def _predictions(problem: Decoded[ProblemFile]) -> Iterator[Fault]:
    for name, prediction in problem.record.predict.items():
        at = ("predict", name)
        if prediction.kind != "choice":
            yield from _answers(problem.document, name, prediction)
            continue
        if prediction.answer not in prediction.choices:
            answer = str(prediction.answer)
            text = f"the answer {shown(prediction.answer)} is not among `choices`"
            text += nearest(answer, prediction.choices)
            yield problem.document.fault(text, *at, "answer")
        if len(set(prediction.choices)) < len(prediction.choices):
            yield problem.document.fault("a choice stands there twice", *at, "choices")
        for wrong in prediction.wrong:
            if wrong == prediction.answer:
                text = f"the wrong answer {shown(wrong)} is the right one"
                yield problem.document.fault(text, *at, "wrong", wrong)
            if wrong not in prediction.choices:
                text = f"the wrong answer {shown(wrong)} is not among `choices`"
                text += nearest(wrong, prediction.choices)
                yield problem.document.fault(text, *at, "wrong", wrong)


def _answers(document: Document, name: str, prediction: Prediction) -> Iterator[Fault]:
    """Answers that are none of their kind, and wrong ones that are right."""
    at = ("predict", name)
    for place, given in [
        ((*at, "answer"), prediction.answer),
        *(((*at, "wrong", wrong), wrong) for wrong in prediction.wrong),
    ]:
        try:
            is_right = verdict(prediction, given).is_right
        except GraderError as error:
            yield document.fault(f"the answer {error}", *place)
            return
        if is_right and given is not prediction.answer:
            text = f"the wrong answer {shown(given)} is the right one"
            yield document.fault(text, *place)


def _finite_points(
    document: Document, checks: Mapping[str, PublicCheck] | Mapping[str, HiddenCheck]
) -> Iterator[Fault]:
    for name, check in checks.items():
        if math.isinf(check.points):
            text = f"the points of `{name}` are infinite; they must be a finite number"
            yield document.fault(text, "checks", name, "points")


def _checks(problem: Decoded[ProblemFile], key: Decoded[KeyFile]) -> Iterator[Fault]:
    public, hidden = problem.record.checks, key.record.checks
    for name in hidden:
        if name in public or name == "examples":
            text = f"the hidden check `{name}` has the id of a public one; rename it"
            yield key.document.fault(text, "checks", name)
    points = [*(c.points for c in public.values()), *(c.points for c in hidden.values())]
    if not any(number > 0 for number in points):
        text = "no check of the problem has points; at least one must have more than 0"
        yield problem.document.fault(text, "checks")


def _mistakes(problem: Decoded[ProblemFile], key: Decoded[KeyFile]) -> Iterator[Fault]:
    checks = [*problem.record.checks, *key.record.checks]
    for name, mistake in key.record.mistakes.items():
        for index, check in enumerate(mistake.fails):
            if check not in checks:
                text = f"the mistake `{name}` fails `{check}`, which is no check of the problem"
                text += nearest(check, checks)
                yield key.document.fault(text, "mistakes", name, "fails", index)
