"""problem.yaml (what a student may see) and key.yaml (what a student may not)."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from msgspec import UNSET, Meta, UnsetType, field

from grader.model.record import Identifier, Name, Points, Record, Text, Whole

Reveal = Literal["nothing", "title", "counterexample"]
PictureKind = Literal["vectors", "points", "field"]


class Function(Record, frozen=True):
    """The contract of one function: arguments in order, what it gives, names it may not use.

    With `methods` it is that of a class: `takes` are the arguments that make one, `gives` is what
    it is then, and each method has its own arguments, `self` left out.

    A type begins with the words `float array`, `int array`, `bool array`, `float`, `int`, `bool`,
    `str`, `tuple`, `dict`, `list` or `function`; shape and meaning follow. An argument with a
    default has it behind a comma at the end: `int, -1`. `picture` says how a failing call is drawn
    in the plane: arrays of shape (2,) or (n, 2) as vectors from the origin or as points; or, for a
    field, one array of places, and at each of them the arrow that the function gives.
    """

    takes: dict[Identifier, Text]
    gives: Text
    forbids: tuple[Text, ...] = ()
    picture: PictureKind | UnsetType = UNSET
    methods: dict[Identifier, dict[Identifier, Text]] = field(default_factory=dict)


class Example(Record, frozen=True):
    """One call a student may see, with its value or the exception it must raise.

    In place of `call` and `given`, `run` has some lines, of which the last is the value.
    """

    call: Identifier | UnsetType = UNSET
    given: dict[Identifier, Any] | UnsetType = UNSET
    run: Text | UnsetType = UNSET
    gives: Any = UNSET
    raises: Text | UnsetType = UNSET


class Parameter(Record, frozen=True, rename={"from_": "from"}):
    """What differs from student to student: a whole number from `from` to `to`, both included, in
    steps of `step` (1 if it is not said), or one of the numbers of `choose`."""

    from_: Whole | UnsetType = UNSET
    to: Whole | UnsetType = UNSET
    step: Annotated[int, Meta(ge=1, description="a whole number above 0")] | UnsetType = UNSET
    choose: Annotated[tuple[float, ...], Meta(min_length=2)] | UnsetType = UNSET


class Prediction(Record, frozen=True):
    """A question to answer before any code; each wrong answer foreseen has its own sentence."""

    ask: Text
    kind: Literal["shape", "number", "choice", "text"]
    answer: Any
    choices: tuple[Text, ...] = ()
    wrong: dict[str, Text] = field(default_factory=dict)


class PublicCheck(Record, frozen=True):
    """A check the student can run: `examples`, or a function of the exercise's own pytest file."""

    points: Points
    title: str = "The examples of the statement"
    hint: str = ""


class ProblemFile(Record, frozen=True):
    """The whole of problem.yaml."""

    title: Text
    level: Annotated[int, Meta(ge=1, le=5, description="a level from 1 (warm-up) to 5 (capstone)")]
    objectives: Annotated[tuple[Text, ...], Meta(min_length=1)]
    write: Annotated[dict[Identifier, Function], Meta(min_length=1)]
    examples: Annotated[tuple[Example, ...], Meta(min_length=1)]
    checks: dict[Name, PublicCheck]
    hints: tuple[Text, ...] = ()
    needs: tuple[Name, ...] = ()
    predict: dict[Name, Prediction] = field(default_factory=dict)
    parameters: dict[Identifier, Parameter] = field(default_factory=dict)


class HiddenCheck(Record, frozen=True):
    """A check of the solution's pytest file, and how much of a failure the student may see."""

    points: Points
    title: Text
    hint: str = ""
    reveal: Reveal = "title"


class Mistake(Record, frozen=True):
    """A runnable wrong solution: the checks it fails, exactly, and the advice it earns."""

    fails: Annotated[tuple[Name, ...], Meta(min_length=1)]
    say: Text


class Excused(Record, frozen=True):
    """A mutant of the reference, as `grader prove` names it, that no check has to notice."""

    mutant: Text
    reason: Text


class KeyFile(Record, frozen=True):
    """The whole of key.yaml.

    Mutants that are `equivalent` do what the reference does; those that are `allowed` do something
    else that the contract leaves free, such as another step of a difference quotient.
    """

    checks: Annotated[dict[Name, HiddenCheck], Meta(min_length=1)]
    mistakes: dict[Name, Mistake] = field(default_factory=dict)
    equivalent: tuple[Excused, ...] = ()
    allowed: tuple[Excused, ...] = ()
