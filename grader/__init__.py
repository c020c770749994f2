"""Nabla: an exercise bank and grader for the mathematics that neural networks rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grader.practice.notebook import predict as predict

NAME = "nabla-grader"  # as installers know it
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """`grader.predict`, imported when it is first used."""
    if name != "predict":
        raise AttributeError(f"module 'grader' has no attribute {name!r}")
    try:
        from grader.practice.notebook import predict
    except ModuleNotFoundError as error:
        if error.name != "grader.practice":
            raise
        # Inside the sandbox: a notebook that is graded has its questions behind it.
        return _asks_nothing
    return predict


def _asks_nothing(*_: object, **__: object) -> None:
    """What `grader.predict` is where there is no course to ask about."""
